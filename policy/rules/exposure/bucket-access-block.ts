import type * as aws from "@pulumi/aws";
import { check, type Rule } from "../../core/rule";

const ofBucket = "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock";
const ofAccount = "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock";

/**
 * Each S3 bucket has a block of public access, or the account has one; `exposure-bucket-public-access` says what is in it. In
 * other clouds it is a property of the bucket.
 */
export const rule: Rule = {
  id: "exposure-bucket-access-block",
  title: "Each S3 bucket has a block of public access.",
  severity: "high",
  frameworks: {
    "CIS AWS Foundations 7.0": ["3.1.4"],
    "PCI DSS 4.0": ["1.3.1", "1.4.2"],
    "ISO 27001:2022": ["A.8.3"],
    "SOC 2": ["CC6.1", "CC6.6"],
  },
  why: "S3 blocks new buckets by itself, but nothing puts it back where somebody switched it off by hand.",
  fix: "Add a BucketPublicAccessBlock of the bucket.",
  source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html",
  breaksBy: {
    "aws:s3/bucket:Bucket": [],
    "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock": [],
    "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock": ["bucket"],
  },
  companions: [ofBucket, ofAccount],
  checks: {
    "aws:s3/bucket:Bucket": check<aws.s3.BucketArgs>((bucket, context) => {
      const own = context.companions<aws.s3.BucketPublicAccessBlockArgs>(ofBucket, "bucket");
      if (own.length > 0 || context.all(ofAccount).length > 0) return [];
      return [{ path: bucket.at("bucket").path, found: "without a block of public access", required: "one" }];
    }),
  },
};
