import * as azure from "@pulumi/azure-native/storage";
import type * as pulumi from "@pulumi/pulumi";
import {
  type BucketSpec,
  type ComponentContext,
  type LifecycleSpec,
  type Transform,
  transformed,
} from "../../contract";
import { blobServiceVersion } from "../blob-service";
import { deleteLock } from "../delete-lock";
import type { EncryptionKey } from "../key";
import type { AzureNetwork } from "../network";
import { privateEndpoint } from "../private-endpoint";
import { copiesStorage } from "../regions";
import { tags } from "../tags";
import { uniqueName } from "../unique-name";

/** A bucket of the topology, as an account of its own. */
export interface AccountArgs {
  context: ComponentContext;
  spec: BucketSpec;
  network: AzureNetwork;
  /** Undefined where Azure's own keys encrypt it. */
  key: EncryptionKey | undefined;
  transform: Transform<azure.StorageAccountArgs> | undefined;
}

/** The account and its one container. */
export interface CreatedAccount {
  account: azure.StorageAccount;
  container: azure.BlobContainer;
}

/**
 * From where an account is reached. What only workloads use has no public address. What Front Door serves has one, as Front
 * Door reads as an identity over public addresses only: it takes tokens of identities with a role, and neither keys nor
 * anonymous requests, as buckets of Amazon and Google do.
 */
function networkOf({ exposure }: BucketSpec): Pick<azure.StorageAccountArgs, "publicNetworkAccess" | "networkRuleSet"> {
  const open = exposure === "edge";
  return {
    publicNetworkAccess: open ? azure.PublicNetworkAccess.Enabled : azure.PublicNetworkAccess.Disabled,
    networkRuleSet: {
      defaultAction: open ? azure.DefaultAction.Allow : azure.DefaultAction.Deny,
      bypass: azure.Bypass.None,
    },
  };
}

/** Deleted blobs and containers can be had back for this many days. */
const softDeleteDays = 7;

/**
 * A storage account with one container: CORS, versions and lifecycle are the account's, so that each bucket has its own.
 * It is reached by identity alone, over TLS.
 */
export function storageAccount(name: string, args: AccountArgs, parent: pulumi.Resource): CreatedAccount {
  const { context, spec, network, key, transform } = args;
  const { resourceGroupName } = network;
  const accountArgs: azure.StorageAccountArgs = {
    accountName: uniqueName(name, { parts: [context.name, spec.name], longest: 24, separator: "" }, parent),
    resourceGroupName,
    location: context.region,
    kind: azure.Kind.StorageV2,
    // Copies in three zones; in production also in the paired region, where there is one.
    sku: {
      name:
        context.environment === "prod" && copiesStorage(context.region)
          ? azure.SkuName.Standard_GZRS
          : azure.SkuName.Standard_ZRS,
    },
    accessTier: azure.AccessTier.Hot,
    allowBlobPublicAccess: false,
    allowSharedKeyAccess: false,
    allowCrossTenantReplication: false,
    defaultToOAuthAuthentication: true,
    enableHttpsTrafficOnly: true,
    minimumTlsVersion: azure.MinimumTlsVersion.TLS1_2,
    ...networkOf(spec),
    identity:
      key === undefined
        ? undefined
        : { type: azure.IdentityType.UserAssigned, userAssignedIdentities: [key.identityId] },
    encryption: encryption(key),
    tags: tags(context, name),
  };
  const account = new azure.StorageAccount(name, transformed(transform, accountArgs, name), {
    parent,
    protect: spec.deletionProtection,
    dependsOn: key === undefined ? [] : [key.grant],
  });
  const inAccount = { accountName: account.name, resourceGroupName };
  const service = new azure.BlobServiceProperties(
    `${name}-service`,
    {
      ...inAccount,
      blobServicesName: "default",
      isVersioningEnabled: spec.versioned,
      // Of requests that name no version. Clients do, and Front Door's rule does: this is for where the rule does not hold.
      defaultServiceVersion: spec.exposure === "edge" ? blobServiceVersion : undefined,
      deleteRetentionPolicy: { enabled: true, days: softDeleteDays },
      containerDeleteRetentionPolicy: { enabled: true, days: softDeleteDays },
      cors: { corsRules: spec.cors === undefined ? [] : [corsRule(spec.cors)] },
    },
    { parent },
  );
  const lifecycle = new azure.ManagementPolicy(
    `${name}-lifecycle`,
    { ...inAccount, managementPolicyName: "default", policy: { rules: [lifecycleRule(spec.lifecycle)] } },
    { parent, dependsOn: [service] },
  );
  const container = new azure.BlobContainer(
    `${name}-container`,
    { ...inAccount, containerName: spec.name, publicAccess: azure.PublicAccess.None },
    { parent, protect: spec.deletionProtection, dependsOn: [lifecycle] },
  );
  // One after the other: an account takes no other change while an endpoint is made (Azure/bicep-registry-modules#6001).
  const after = [service, lifecycle, container];
  privateEndpoint(
    `${name}-endpoint`,
    { context, network, target: account.id, group: "blob", zone: "blob", after },
    parent,
  );
  if (spec.deletionProtection) deleteLock(`${name}-lock`, account.id, parent);
  return { account, container };
}

function encryption(key: EncryptionKey | undefined): azure.StorageAccountArgs["encryption"] {
  if (key === undefined) return { keySource: azure.KeySource.Microsoft_Storage };
  return {
    keySource: azure.KeySource.Microsoft_Keyvault,
    keyVaultProperties: { keyName: key.keyName, keyVaultUri: key.vaultUri },
    encryptionIdentity: { encryptionUserAssignedIdentity: key.identityId },
  };
}

function corsRule({ origins, methods, maxAgeSeconds }: NonNullable<BucketSpec["cors"]>) {
  return {
    allowedOrigins: origins,
    allowedMethods: methods,
    allowedHeaders: ["*"],
    exposedHeaders: ["ETag"],
    maxAgeInSeconds: maxAgeSeconds,
  };
}

/** Blocks of uploads that never completed go after a week by themselves ("Put Block", Blob service). */
function lifecycleRule({ noncurrentVersionDays, infrequentAccessAfterDays, expireAfterDays }: LifecycleSpec) {
  const after = (days: number | undefined) =>
    days === undefined ? undefined : { daysAfterModificationGreaterThan: days };
  const baseBlob = { tierToCool: after(infrequentAccessAfterDays), delete: after(expireAfterDays) };
  return {
    name: "lifecycle",
    enabled: true,
    type: azure.RuleType.Lifecycle,
    definition: {
      filters: { blobTypes: ["blockBlob"] },
      actions: {
        version: { delete: { daysAfterCreationGreaterThan: noncurrentVersionDays } },
        ...(infrequentAccessAfterDays === undefined && expireAfterDays === undefined ? {} : { baseBlob }),
      },
    },
  };
}
