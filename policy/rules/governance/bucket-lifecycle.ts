import type * as aws from "@pulumi/aws";
import type * as azure from "@pulumi/azure-native";
import type * as gcp from "@pulumi/gcp";
import { hasItems, must } from "../../core/finding";
import { check, type Rule } from "../../core/rule";
import { hasBlobs, isForLogs, logWriters } from "../../kinds/storage-account";

const awsLifecycle = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";
const azureLifecycle = "azure-native:storage:ManagementPolicy";

/** Buckets delete what is no longer needed: old versions, uploads that never completed. */
export const rule: Rule = {
  id: "governance-bucket-lifecycle",
  title: "Buckets delete old versions and incomplete uploads.",
  severity: "low",
  frameworks: { "ISO 27001:2022": ["A.8.10"], "SOC 2": ["C1.2"] },
  why: "A bucket with versions keeps every byte that was ever in it, personal data among them.",
  fix: "Add lifecycle rules for earlier versions and unfinished uploads.",
  source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html",
  breaksBy: {
    "aws:s3/bucket:Bucket": ["lifecycleRules"],
    "gcp:storage/bucket:Bucket": ["lifecycleRules"],
    "azure-native:storage:StorageAccount": ["kind"],
    "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration": ["bucket"],
    "azure-native:storage:ManagementPolicy": ["accountName"],
    "azure-native:network:FlowLog": ["storageId"],
    "azure-native:monitor:DiagnosticSetting": ["storageAccountId"],
  },
  levels: { dev: "disabled", staging: "advisory" },
  companions: [awsLifecycle, azureLifecycle, ...logWriters],
  checks: {
    "aws:s3/bucket:Bucket": check<aws.s3.BucketArgs>((bucket, context) => {
      const inline = bucket.at("lifecycleRules");
      if (!inline.known || inline.items().length > 0) return [];
      const own = context.companions<aws.s3.BucketLifecycleConfigurationArgs>(awsLifecycle, "bucket");
      return own.length > 0
        ? []
        : [{ path: "lifecycle", found: "not there", required: "a BucketLifecycleConfiguration of this bucket" }];
    }),
    "gcp:storage/bucket:Bucket": check<gcp.storage.BucketArgs>((bucket) => must(bucket.at("lifecycleRules"), hasItems)),
    "azure-native:storage:StorageAccount": check<azure.storage.StorageAccountArgs>((account, context) => {
      // Whoever writes logs has a retention of its own.
      if (!hasBlobs(account) || isForLogs(context)) return [];
      return context.companions(azureLifecycle, "accountName").length > 0
        ? []
        : [{ path: "lifecycle", found: "not there", required: "a ManagementPolicy of this account" }];
    }),
  },
};
