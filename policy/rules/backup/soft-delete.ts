import type * as azure from "@pulumi/azure-native";
import type * as gcp from "@pulumi/gcp";
import type { Unwrap } from "@pulumi/pulumi";
import type { Context } from "../../core/context";
import { type Finding, isAtLeast, isNotFalse, isTrue, must, mustIfSet } from "../../core/finding";
import { check, type Rule } from "../../core/rule";
import { countSetting, everywhere } from "../../core/setting";
import type { View } from "../../core/view";
import { hasBlobs, isForLogs, logWriters } from "../../kinds/storage-account";

const blobService = "azure-native:storage:BlobServiceProperties";

const minimumDays = countSetting("minimumDays", "Days in which what was deleted can be had back.", everywhere(7));

type Policy = View<Unwrap<azure.types.input.storage.DeleteRetentionPolicyArgs> | undefined>;

function kept(policy: Policy, context: Context): Finding[] {
  const off = must(policy.at("enabled"), isTrue);
  return off.length > 0 ? off : must(policy.at("days"), isAtLeast(context.get(minimumDays), "days"));
}

/** An account without a resource for its blob service has no soft delete. */
function blobs(account: View<Unwrap<azure.storage.StorageAccountArgs>>, context: Context): Finding[] {
  if (!hasBlobs(account) || isForLogs(context)) return [];
  const services = context.companions<azure.storage.BlobServicePropertiesArgs>(blobService, "accountName");
  const [service] = services;
  if (service === undefined) {
    return [
      {
        path: "blobServices",
        found: "not set: the account has no BlobServiceProperties",
        required: "deleteRetentionPolicy and containerDeleteRetentionPolicy",
      },
    ];
  }
  // An account has one blob service; of several that may be its own, one that keeps enough will do.
  const verdicts = services.map(({ properties }) => [
    ...kept(properties.at("deleteRetentionPolicy"), context),
    ...kept(properties.at("containerDeleteRetentionPolicy"), context),
  ]);
  return verdicts.some((findings) => findings.length === 0) ? [] : (verdicts[0] ?? []);
}

/** What is deleted in a bucket or a vault can be had back for some days. S3 has versions instead. */
export const rule: Rule = {
  id: "backup-soft-delete",
  title: "What is deleted in a bucket or a key vault can be had back for some days.",
  severity: "medium",
  frameworks: {
    "CIS Azure Foundations 6.0": ["9.1.1", "9.2.1", "9.2.2"],
    "ISO 27001:2022": ["A.8.13"],
    "SOC 2": ["PI1.5"],
    HIPAA: ["164.312(c)(1)"],
  },
  why: "A wrong deletion, of a whole container at worst, is final at once.",
  fix: "Switch soft delete on, for at least that many days.",
  source: "https://learn.microsoft.com/azure/storage/blobs/soft-delete-blob-overview",
  breaksBy: {
    "azure-native:storage:StorageAccount": ["kind"],
    "azure-native:storage:FileServiceProperties": [
      "shareDeleteRetentionPolicy.days",
      "shareDeleteRetentionPolicy.enabled",
    ],
    "azure-native:keyvault:Vault": ["properties.enableSoftDelete"],
    "gcp:storage/bucket:Bucket": ["softDeletePolicy.retentionDurationSeconds"],
    "azure-native:storage:BlobServiceProperties": [
      "accountName",
      "containerDeleteRetentionPolicy.days",
      "containerDeleteRetentionPolicy.enabled",
      "deleteRetentionPolicy.days",
      "deleteRetentionPolicy.enabled",
    ],
    "azure-native:network:FlowLog": ["storageId"],
    "azure-native:monitor:DiagnosticSetting": ["storageAccountId"],
  },
  settings: [minimumDays],
  companions: [blobService, ...logWriters],
  checks: {
    "azure-native:storage:StorageAccount": check<azure.storage.StorageAccountArgs>(blobs),
    // On for 7 days where nothing is said.
    "azure-native:storage:FileServiceProperties": check<azure.storage.FileServicePropertiesArgs>((service, context) => {
      const policy = service.at("shareDeleteRetentionPolicy");
      return [
        ...mustIfSet(policy.at("enabled"), isNotFalse),
        ...mustIfSet(policy.at("days"), isAtLeast(context.get(minimumDays), "days")),
      ];
    }),
    // On where nothing is said, and for new vaults always.
    "azure-native:keyvault:Vault": check<azure.keyvault.VaultArgs>((vault) =>
      mustIfSet(vault.at("properties").at("enableSoftDelete"), isNotFalse),
    ),
    // 7 days where nothing is said; 0 switches it off.
    "gcp:storage/bucket:Bucket": check<gcp.storage.BucketArgs>((bucket, context) =>
      mustIfSet(
        bucket.at("softDeletePolicy").at("retentionDurationSeconds"),
        isAtLeast(context.get(minimumDays) * 86_400, "seconds"),
      ),
    ),
  },
};
