import type * as aws from "@pulumi/aws";
import type * as gcp from "@pulumi/gcp";
import { isOneOf, isTrue, must } from "../../core/finding";
import { check, type Rule } from "../../core/rule";

/**
 * Policies alone say who reads a bucket; objects have no ACLs of their own. Amazon's new buckets have none unless
 * `BucketOwnershipControls` say so, and Azure's have never had any.
 */
export const rule: Rule = {
  id: "exposure-bucket-uniform-access",
  title: "Policies alone say who reads a bucket, without ACLs of objects.",
  severity: "medium",
  frameworks: {
    "CIS GCP Foundation 5.0": ["5.2"],
    "ISO 27001:2022": ["A.8.3"],
    "SOC 2": ["CC6.1"],
  },
  why: "An ACL of one object makes it public without a trace in any policy that is reviewed.",
  fix: "Switch ACLs off, and grant by IAM and by the bucket's policy.",
  source: "https://cloud.google.com/storage/docs/uniform-bucket-level-access",
  breaksBy: {
    "gcp:storage/bucket:Bucket": ["uniformBucketLevelAccess"],
    "aws:s3/bucketOwnershipControls:BucketOwnershipControls": ["rule.objectOwnership"],
  },
  checks: {
    "gcp:storage/bucket:Bucket": check<gcp.storage.BucketArgs>((bucket) =>
      must(bucket.at("uniformBucketLevelAccess"), isTrue),
    ),
    "aws:s3/bucketOwnershipControls:BucketOwnershipControls": check<aws.s3.BucketOwnershipControlsArgs>((controls) =>
      must(controls.at("rule").at("objectOwnership"), isOneOf(["BucketOwnerEnforced"])),
    ),
  },
};
