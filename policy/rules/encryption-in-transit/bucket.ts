import type * as aws from "@pulumi/aws";
import { check, type Rule } from "../../core/rule";
import { deniesClearText } from "../../kinds/clear-text";

const bucketPolicy = "aws:s3/bucketPolicy:BucketPolicy";

const required =
  "a statement that denies everybody s3:* on the bucket and its objects where aws:SecureTransport is false, without further conditions";

/** What is read of each statement. */
const ofStatement = [
  "policy.Statement[].Action",
  "policy.Statement[].Condition.*.*",
  "policy.Statement[].Effect",
  "policy.Statement[].NotAction",
  "policy.Statement[].NotResource",
  "policy.Statement[].Principal.*",
  "policy.Statement[].Resource",
];

/** Buckets refuse requests without TLS. */
export const rule: Rule = {
  id: "encryption-in-transit-bucket",
  title: "Buckets refuse requests without TLS.",
  severity: "high",
  frameworks: {
    "CIS AWS Foundations 7.0": ["3.1.1"],
    "PCI DSS 4.0": ["4.2.1"],
    "ISO 27001:2022": ["A.8.24"],
    "SOC 2": ["CC6.7"],
    HIPAA: ["164.312(e)(1)"],
  },
  why: "S3 answers HTTP: signed addresses and objects cross the network in clear text.",
  fix: 'Add a BucketPolicy with {"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": ["arn:aws:s3:::NAME", "arn:aws:s3:::NAME/*"], "Condition": {"Bool": {"aws:SecureTransport": "false"}}}.',
  source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html",
  breaksBy: {
    "aws:s3/bucket:Bucket": [...ofStatement, "policy.Statement[].Condition.*"],
    "aws:s3/bucketPolicy:BucketPolicy": ["bucket", ...ofStatement],
  },
  companions: [bucketPolicy],
  checks: {
    "aws:s3/bucket:Bucket": check<aws.s3.BucketArgs>((bucket, context) => {
      const inline = bucket.at("policy");
      const own = context.companions<aws.s3.BucketPolicyArgs>(bucketPolicy, "bucket");
      const verdicts = [inline, ...own.map(({ properties }) => properties.at("policy"))].map(deniesClearText);
      if (verdicts.includes(true) || verdicts.includes(undefined)) return [];
      const found =
        own.length === 0 && !inline.isSet ? "not set: the bucket has no policy" : "without such a statement";
      return [{ path: "policy", found, required }];
    }),
  },
};
