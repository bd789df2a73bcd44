import type * as aws from "@pulumi/aws";
import { isOneOf, must } from "../../core/finding";
import { check, type Rule } from "../../core/rule";

const algorithm = isOneOf(["aws:kms", "aws:kms:dsse", "AES256"]);

const inline = check<aws.s3.BucketArgs>((bucket) => {
  const encryption = bucket.at("serverSideEncryptionConfiguration");
  return encryption.isSet
    ? must(encryption.at("rule").at("applyServerSideEncryptionByDefault").at("sseAlgorithm"), algorithm)
    : [];
});

const companion = check<aws.s3.BucketServerSideEncryptionConfigurationArgs>((encryption) =>
  encryption
    .at("rules")
    .items()
    .flatMap((rule) => must(rule.at("applyServerSideEncryptionByDefault").at("sseAlgorithm"), algorithm)),
);

/** What buckets say of encryption is an encryption. S3 itself encrypts every object since January 2023. */
export const rule: Rule = {
  id: "encryption-at-rest-bucket",
  title: "Buckets are encrypted with a known algorithm.",
  severity: "medium",
  frameworks: {
    "PCI DSS 4.0": ["3.5.1"],
    "ISO 27001:2022": ["A.8.24"],
    "SOC 2": ["CC6.1"],
    HIPAA: ["164.312(a)(2)(iv)"],
    GDPR: ["Art. 32"],
  },
  why: "An empty or mistyped configuration leaves the choice of key to chance.",
  fix: 'Set sseAlgorithm to "aws:kms" with a kmsMasterKeyId, or to "AES256" where a service can\'t use a key.',
  source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-encryption.html",
  breaksBy: {
    "aws:s3/bucket:Bucket": ["serverSideEncryptionConfiguration.rule.applyServerSideEncryptionByDefault.sseAlgorithm"],
    "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration": [
      "rules[].applyServerSideEncryptionByDefault.sseAlgorithm",
    ],
  },
  checks: {
    "aws:s3/bucket:Bucket": inline,
    "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration": companion,
  },
};
