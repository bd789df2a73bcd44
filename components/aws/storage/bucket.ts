import * as s3 from "@pulumi/aws/s3";
import * as pulumi from "@pulumi/pulumi";
import type { BucketSpec } from "../../contract";
import { type PolicyStatement, policyDocument } from "../policy";

/** Arguments of a bucket. */
export interface PrivateBucketArgs {
  bucketArgs: s3.BucketArgs;
  spec: BucketSpec;
  /** Key of ours; S3's own where undefined. */
  kmsKeyArn?: pulumi.Output<string>;
  accountId: pulumi.Output<string>;
  accessLogBucket: pulumi.Output<string>;
}

/** A bucket with everything that makes it private. */
export function privateBucket(name: string, args: PrivateBucketArgs, parent: pulumi.Resource): s3.Bucket {
  const { bucketArgs, spec, kmsKeyArn, accountId, accessLogBucket } = args;
  const child = { parent };
  const bucket = new s3.Bucket(name, bucketArgs, { ...child, protect: spec.deletionProtection });
  const { bucket: id } = bucket;
  new s3.BucketOwnershipControls(
    `${name}-ownership`,
    { bucket: id, rule: { objectOwnership: "BucketOwnerEnforced" } },
    child,
  );
  const access = blockPublicAccess(`${name}-public-access`, id, parent);
  new s3.BucketServerSideEncryptionConfiguration(
    `${name}-encryption`,
    {
      bucket: id,
      rules: [
        {
          applyServerSideEncryptionByDefault:
            kmsKeyArn === undefined
              ? { sseAlgorithm: "AES256" }
              : { sseAlgorithm: "aws:kms", kmsMasterKeyId: kmsKeyArn },
          bucketKeyEnabled: kmsKeyArn !== undefined,
        },
      ],
    },
    child,
  );
  new s3.BucketVersioning(
    `${name}-versioning`,
    { bucket: id, versioningConfiguration: { status: spec.versioned ? "Enabled" : "Suspended" } },
    child,
  );
  new s3.BucketLifecycleConfiguration(`${name}-lifecycle`, { bucket: id, rules: lifecycleRules(spec) }, child);
  const statements = [denyInsecureTransport(bucket.arn)];
  if (spec.exposure === "edge") statements.push(...allowCloudFront(bucket.arn, accountId));
  new s3.BucketPolicy(
    `${name}-policy`,
    { bucket: id, policy: policyDocument(statements) },
    { ...child, dependsOn: [access] },
  );
  if (spec.cors !== undefined) {
    new s3.BucketCorsConfiguration(
      `${name}-cors`,
      {
        bucket: id,
        corsRules: [
          {
            allowedOrigins: spec.cors.origins,
            allowedMethods: spec.cors.methods,
            allowedHeaders: ["*"],
            maxAgeSeconds: spec.cors.maxAgeSeconds,
          },
        ],
      },
      child,
    );
  }
  new s3.BucketLogging(
    `${name}-logging`,
    { bucket: id, targetBucket: accessLogBucket, targetPrefix: `s3/${spec.name}/` },
    child,
  );
  return bucket;
}

/** Refuses every way in which a bucket could be made public. */
export function blockPublicAccess(
  name: string,
  bucket: pulumi.Input<string>,
  parent: pulumi.Resource,
): s3.BucketPublicAccessBlock {
  return new s3.BucketPublicAccessBlock(
    name,
    {
      bucket,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    },
    { parent },
  );
}

/** No one, not even the owner, may use a clear-text connection. */
export function denyInsecureTransport(bucketArn: pulumi.Output<string>): PolicyStatement {
  return {
    Sid: "TlsOnly",
    Effect: "Deny",
    Principal: "*",
    Action: "s3:*",
    Resource: [bucketArn, pulumi.interpolate`${bucketArn}/*`],
    Condition: { Bool: { "aws:SecureTransport": "false" } },
  };
}

/**
 * Distributions of this account may read, by origin access control. They may list too: without it S3 hides what is missing
 * behind a 403 (Amazon S3 API Reference, `GetObject`, "Permissions"). No path of the edge reaches the list itself: a bucket
 * answers below a path of its own only.
 */
function allowCloudFront(bucketArn: pulumi.Output<string>, accountId: pulumi.Output<string>): PolicyStatement[] {
  const shared = {
    Effect: "Allow" as const,
    Principal: { Service: "cloudfront.amazonaws.com" },
    Condition: { ArnLike: { "AWS:SourceArn": pulumi.interpolate`arn:aws:cloudfront::${accountId}:distribution/*` } },
  };
  return [
    { Sid: "CloudFront", ...shared, Action: "s3:GetObject", Resource: pulumi.interpolate`${bucketArn}/*` },
    { Sid: "CloudFrontMissing", ...shared, Action: "s3:ListBucket", Resource: bucketArn },
  ];
}

function lifecycleRules({ lifecycle }: BucketSpec) {
  const everything = { filter: { prefix: "" }, status: "Enabled" };
  return [
    {
      id: "clean-up",
      ...everything,
      noncurrentVersionExpiration: { noncurrentDays: lifecycle.noncurrentVersionDays },
      abortIncompleteMultipartUpload: { daysAfterInitiation: lifecycle.abortIncompleteUploadDays },
    },
    ...(lifecycle.infrequentAccessAfterDays === undefined
      ? []
      : [
          {
            id: "infrequent-access",
            ...everything,
            transitions: [{ days: lifecycle.infrequentAccessAfterDays, storageClass: "STANDARD_IA" }],
          },
        ]),
    ...(lifecycle.expireAfterDays === undefined
      ? []
      : [{ id: "expire", ...everything, expiration: { days: lifecycle.expireAfterDays } }]),
  ];
}
