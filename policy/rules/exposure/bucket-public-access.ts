import type * as aws from "@pulumi/aws";
import type * as azure from "@pulumi/azure-native";
import type * as gcp from "@pulumi/gcp";
import { isNotFalse, isNotTrue, isOneOf, isTrue, must, mustIfSet } from "../../core/finding";
import { type Check, check, type Rule } from "../../core/rule";

const fourWays = ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"] as const;

/** Amazon refuses nothing that is not said. */
const everyWay: Check = check<aws.s3.BucketPublicAccessBlockArgs>((block) =>
  fourWays.flatMap((way) => must(block.at(way), isTrue)),
);

const allFour = {
  blockPublicAcls: true,
  blockPublicPolicy: true,
  ignorePublicAcls: true,
  restrictPublicBuckets: true,
} as const;

/** Whatever is granted later, buckets don't become public. */
export const rule: Rule = {
  id: "exposure-bucket-public-access",
  title: "Buckets refuse every way of being made public.",
  severity: "high",
  frameworks: {
    "CIS AWS Foundations 7.0": ["3.1.4"],
    "CIS GCP Foundation 5.0": ["5.1"],
    "CIS Azure Foundations 6.0": ["9.3.8"],
    "PCI DSS 4.0": ["1.3.1", "1.4.2"],
    "ISO 27001:2022": ["A.8.3"],
    "SOC 2": ["CC6.1", "CC6.6"],
  },
  why: "One policy or ACL written in a hurry puts everything in the bucket on the internet, and search engines find it.",
  fix: "Block it, and have a CDN read what is meant for the public.",
  source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html",
  breaksBy: {
    "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock": [
      "blockPublicAcls",
      "blockPublicPolicy",
      "ignorePublicAcls",
      "restrictPublicBuckets",
    ],
    "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock": [
      "blockPublicAcls",
      "blockPublicPolicy",
      "ignorePublicAcls",
      "restrictPublicBuckets",
    ],
    "aws:s3/accessPoint:AccessPoint": [
      "publicAccessBlockConfiguration.blockPublicAcls",
      "publicAccessBlockConfiguration.blockPublicPolicy",
      "publicAccessBlockConfiguration.ignorePublicAcls",
      "publicAccessBlockConfiguration.restrictPublicBuckets",
    ],
    "gcp:storage/bucket:Bucket": ["publicAccessPrevention"],
    "azure-native:storage:StorageAccount": ["allowBlobPublicAccess"],
    "azure-native:storage:BlobContainer": ["publicAccess"],
  },
  checks: {
    "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock": everyWay,
    "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock": everyWay,
    // An access point blocks all of it by itself, for good.
    "aws:s3/accessPoint:AccessPoint": check<aws.s3.AccessPointArgs>((point) =>
      fourWays.flatMap((way) => must(point.at("publicAccessBlockConfiguration").at(way), isNotFalse)),
    ),
    // Google leaves it to the organization where nothing is said.
    "gcp:storage/bucket:Bucket": check<gcp.storage.BucketArgs>((bucket) =>
      must(bucket.at("publicAccessPrevention"), isOneOf(["enforced"])),
    ),
    // Azure's default is no public access, of the account and of the container.
    "azure-native:storage:StorageAccount": check<azure.storage.StorageAccountArgs>((account) =>
      must(account.at("allowBlobPublicAccess"), isNotTrue),
    ),
    "azure-native:storage:BlobContainer": check<azure.storage.BlobContainerArgs>((container) =>
      mustIfSet(container.at("publicAccess"), isOneOf(["None"])),
    ),
  },
  remedies: {
    "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock": allFour,
    "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock": allFour,
    "gcp:storage/bucket:Bucket": { publicAccessPrevention: "enforced" },
    "azure-native:storage:StorageAccount": { allowBlobPublicAccess: false },
    "azure-native:storage:BlobContainer": { publicAccess: "None" },
  },
};
