import type * as aws from "@pulumi/aws";
import type * as azure from "@pulumi/azure-native";
import type * as gcp from "@pulumi/gcp";
import { isOneOf, isTrue, must, mustOne } from "../../core/finding";
import { check, type Rule } from "../../core/rule";
import { hasBlobs, isForLogs, logWriters } from "../../kinds/storage-account";

const versioning = "aws:s3/bucketVersioning:BucketVersioning";
const blobService = "azure-native:storage:BlobServiceProperties";

/** Buckets keep what is overwritten or deleted. */
export const rule: Rule = {
  id: "backup-bucket-versioning",
  title: "Buckets keep former versions of their objects.",
  severity: "medium",
  frameworks: {
    "CIS Azure Foundations 6.0": ["9.2.3"],
    "PCI DSS 4.0": ["10.3.4"],
    "SOC 2": ["PI1.5"],
    HIPAA: ["164.308(a)(7)(ii)(A)", "164.312(c)(1)"],
  },
  why: "An object that is overwritten by mistake or by ransomware is gone at once.",
  fix: "Switch versioning on, with a lifecycle that deletes old versions.",
  source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html",
  breaksBy: {
    "aws:s3/bucket:Bucket": ["versioning.enabled"],
    "gcp:storage/bucket:Bucket": ["retentionPolicy.retentionPeriod", "versioning.enabled"],
    "azure-native:storage:StorageAccount": ["isHnsEnabled", "kind"],
    "aws:s3/bucketVersioning:BucketVersioning": ["bucket", "versioningConfiguration.status"],
    "azure-native:storage:BlobServiceProperties": ["accountName", "isVersioningEnabled"],
    "azure-native:network:FlowLog": ["storageId"],
    "azure-native:monitor:DiagnosticSetting": ["storageAccountId"],
  },
  companions: [versioning, blobService, ...logWriters],
  checks: {
    "aws:s3/bucket:Bucket": check<aws.s3.BucketArgs>((bucket, context) => {
      const own = context.companions<aws.s3.BucketVersioningArgs>(versioning, "bucket");
      const inline = bucket.at("versioning").at("enabled");
      const [first] = own;
      if (first === undefined) return must(inline, isTrue, "Add a BucketVersioning of this bucket.");
      const status = own.map(({ properties }) => properties.at("versioningConfiguration").at("status"));
      return mustOne(status, isOneOf(["Enabled"]));
    }),
    "gcp:storage/bucket:Bucket": check<gcp.storage.BucketArgs>((bucket) =>
      // What a retention policy holds can neither be overwritten nor deleted.
      bucket.at("retentionPolicy").at("retentionPeriod").isSet
        ? []
        : must(bucket.at("versioning").at("enabled"), isTrue),
    ),
    "azure-native:storage:StorageAccount": check<azure.storage.StorageAccountArgs>((account, context) => {
      // Azure has no versions where there are directories, nor in accounts for files.
      if (account.at("isHnsEnabled").mayBe(true) || !hasBlobs(account) || isForLogs(context)) return [];
      const services = context.companions<azure.storage.BlobServicePropertiesArgs>(blobService, "accountName");
      if (services.length > 0) {
        return mustOne(
          services.map(({ properties }) => properties.at("isVersioningEnabled")),
          isTrue,
        );
      }
      return [
        {
          path: "blobServices",
          found: "not set: the account has no BlobServiceProperties",
          required: "isVersioningEnabled",
          fix: "Add BlobServiceProperties of this account with isVersioningEnabled.",
        },
      ];
    }),
  },
};
