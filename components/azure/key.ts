import * as keyvault from "@pulumi/azure-native/keyvault";
import * as managedidentity from "@pulumi/azure-native/managedidentity";
import type * as pulumi from "@pulumi/pulumi";
import { type ComponentContext, physicalName } from "../contract";
import type { AzureNetwork } from "./network";
import { roleWait } from "./role-wait";
import { grantRole } from "./roles";
import type { AzureSecrets } from "./secrets";
import { tags } from "./tags";

/** The place of a key. */
export interface KeyArgs {
  context: ComponentContext;
  network: AzureNetwork;
  secrets: AzureSecrets;
}

/** A key with the identity that may use it. */
export interface EncryptionKey {
  keyName: pulumi.Output<string>;
  /** Address without a version: the service follows a rotation by itself. */
  uri: pulumi.Output<string>;
  /** Address of the first version, for services that take no other. */
  versionUri: pulumi.Output<string>;
  vaultUri: pulumi.Output<string>;
  identityId: pulumi.Output<string>;
  /** The grant that must exist before anything is encrypted. */
  grant: pulumi.Resource;
}

/** A key of the topology's vault, rotated every year, and an identity that may wrap and unwrap with it, nothing else. */
export function encryptionKey(
  name: string,
  { context, network, secrets }: KeyArgs,
  parent: pulumi.Resource,
): EncryptionKey {
  const { resourceGroupName } = network;
  const key = new keyvault.Key(
    name,
    {
      keyName: physicalName([name], 127),
      vaultName: secrets.vaultName,
      resourceGroupName,
      properties: {
        kty: keyvault.JsonWebKeyType.RSA,
        keySize: 3072,
        rotationPolicy: {
          lifetimeActions: [
            { action: { type: keyvault.KeyRotationPolicyActionType.Rotate }, trigger: { timeAfterCreate: "P1Y" } },
          ],
        },
      },
      tags: tags(context, name),
    },
    // It goes with the vault, as secrets do. Azure Resource Manager makes a key's first version and changes nothing of it
    // later, in silence: what is asked for afterwards would be in the state only.
    {
      parent,
      protect: context.protect,
      retainOnDelete: true,
      ignoreChanges: ["properties.rotationPolicy", "tags"],
    },
  );
  const identity = new managedidentity.UserAssignedIdentity(
    `${name}-user`,
    { resourceName: name, resourceGroupName, location: context.region, tags: tags(context, `${name}-user`) },
    { parent },
  );
  const assigned = grantRole(
    `${name}-grant`,
    { role: "keyVaultCryptoServiceEncryptionUser", scope: key.id, principalId: identity.principalId },
    parent,
  );
  return {
    keyName: key.name,
    uri: key.keyUri,
    versionUri: key.keyUriWithVersion,
    vaultUri: secrets.vaultUri,
    identityId: identity.id,
    grant: roleWait(`${name}-role`, [assigned], parent),
  };
}
