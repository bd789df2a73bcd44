import * as keyvault from "@pulumi/azure-native/keyvault";
import * as pulumi from "@pulumi/pulumi";
import type { ComponentContext } from "../contract";
import { tags } from "./tags";
import { uniqueName } from "./unique-name";

/** A secret of a vault and the value it holds. */
export interface StoredSecretArgs {
  context: ComponentContext;
  vaultName: pulumi.Input<string>;
  resourceGroupName: pulumi.Input<string>;
  description: string;
  /** A Pulumi secret. */
  value: pulumi.Input<string>;
}

/** A secret as others refer to it. */
export interface StoredSecret {
  /** Resource id: what a grant is for. */
  id: pulumi.Output<string>;
  /** Address of this very version: a new value has a new one. */
  uri: pulumi.Output<string>;
}

/**
 * Puts a value into the vault, through Azure Resource Manager: the vault itself need not be reached. Its name has some
 * random characters: one that is taken out of the topology stays in the vault, and would be refused under its old name
 * ("cannot create already existing resource") when it comes back.
 */
export function storedSecret(name: string, args: StoredSecretArgs, parent: pulumi.Resource): StoredSecret {
  const { context, vaultName, resourceGroupName, description, value } = args;
  const secret = new keyvault.Secret(
    name,
    {
      secretName: uniqueName(name, { parts: [name], longest: 127, separator: "-" }, parent),
      vaultName,
      resourceGroupName,
      properties: { value, contentType: description, attributes: { enabled: true } },
      tags: tags(context, name),
    },
    // Pulumi deletes a secret by the vault's own address (azure-native, `custom_keyvault.go`), which is closed outside of
    // the network: so it is left to the vault, where no one may read it any more.
    { parent, retainOnDelete: true },
  );
  // The value makes all properties secret, and a secret address would hide the container's whole configuration.
  const uri = pulumi.unsecret(secret.properties).apply(({ secretUriWithVersion }) => secretUriWithVersion);
  return { id: secret.id, uri };
}
