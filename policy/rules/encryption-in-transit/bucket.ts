import type * as aws from "@pulumi/aws";
import { check, type Rule } from "../../core/rule";
import type { View } from "../../core/view";
import { type Statement, statementsOf } from "../../kinds/iam";

const bucketPolicy = "aws:s3/bucketPolicy:BucketPolicy";

/** Whether a policy refuses requests without TLS; undefined where that can't be read yet. */
function deniesClearText(policy: View): boolean | undefined {
  return policy.known ? statementsOf(policy).some(isDenial) : undefined;
}

function isDenial(statement: View<Statement>): boolean {
  const secure = statement.at("Condition").at("Bool").at("aws:SecureTransport");
  const items = secure.as<string[]>().items();
  return (
    statement.at("Effect").text() === "Deny" &&
    statement
      .at("Action")
      .texts()
      .some((text) => text === "s3:*" || text === "*") &&
    (secure.boolean() === false || items.some((item) => item.boolean() === false))
  );
}

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
  mend: 'Add a BucketPolicy with {"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Condition": {"Bool": {"aws:SecureTransport": "false"}}}.',
  source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html",
  breaksBy: {
    "aws:s3/bucket:Bucket": [
      "policy.Statement[].Action",
      'policy.Statement[].Condition.Bool["aws:SecureTransport"]',
      "policy.Statement[].Effect",
    ],
    "aws:s3/bucketPolicy:BucketPolicy": [
      "bucket",
      "policy.Statement[].Action",
      'policy.Statement[].Condition.Bool["aws:SecureTransport"]',
      "policy.Statement[].Effect",
    ],
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
      return [{ path: "policy", found, required: "a statement that denies s3:* where aws:SecureTransport is false" }];
    }),
  },
};
