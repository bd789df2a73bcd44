import * as s3 from "@pulumi/aws/s3";
import * as pulumi from "@pulumi/pulumi";
import type { ComponentContext } from "../../contract";
import { physicalBucketName } from "../bucket-name";
import { deliveryRegion, deliverySourceName } from "../log-delivery";
import { policyDocument } from "../policy";
import { tags } from "../tags";
import { blockPublicAccess, denyInsecureTransport } from "./bucket";

/** Arguments of the bucket of access logs. */
export interface LogBucketArgs {
  context: ComponentContext;
  accountId: pulumi.Output<string>;
}

/**
 * How long access logs are kept; they hold addresses of people, so not for ever. By the environment and not by its
 * protection: with `protect` off for a moment, a third of them would be gone.
 */
const retentionDays = { dev: 30, staging: 30, prod: 90 } as const;

/** The bucket as those who write into it know it: both values wait for the policy that lets them. */
export interface LogBucket {
  name: pulumi.Output<string>;
  arn: pulumi.Output<string>;
}

/**
 * The bucket into which load balancer and S3 write access logs. Elastic Load Balancing can write only where S3's own key
 * encrypts (Elastic Load Balancing User Guide, "Access logs").
 */
export function logBucket(name: string, { context, accountId }: LogBucketArgs, parent: pulumi.Resource): LogBucket {
  const child = { parent };
  const bucket = new s3.Bucket(
    name,
    {
      bucket: physicalBucketName(context.name, "logs", accountId),
      forceDestroy: !context.protect,
      tags: tags(context, name),
    },
    { ...child, protect: context.protect },
  );
  const { bucket: id } = bucket;
  new s3.BucketOwnershipControls(
    `${name}-ownership`,
    { bucket: id, rule: { objectOwnership: "BucketOwnerEnforced" } },
    child,
  );
  const access = blockPublicAccess(`${name}-public-access`, id, parent);
  new s3.BucketServerSideEncryptionConfiguration(
    `${name}-encryption`,
    { bucket: id, rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }] },
    child,
  );
  new s3.BucketVersioning(`${name}-versioning`, { bucket: id, versioningConfiguration: { status: "Enabled" } }, child);
  const days = retentionDays[context.environment];
  new s3.BucketLifecycleConfiguration(
    `${name}-lifecycle`,
    {
      bucket: id,
      rules: [
        {
          id: "expire",
          filter: { prefix: "" },
          status: "Enabled",
          expiration: { days },
          noncurrentVersionExpiration: { noncurrentDays: 7 },
          abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
        },
      ],
    },
    child,
  );
  const fromAccount = { StringEquals: { "aws:SourceAccount": accountId } };
  const policy = new s3.BucketPolicy(
    `${name}-policy`,
    {
      bucket: id,
      policy: policyDocument([
        denyInsecureTransport(bucket.arn),
        {
          Sid: "LoadBalancerLogs",
          Effect: "Allow",
          Principal: { Service: "logdelivery.elasticloadbalancing.amazonaws.com" },
          Action: "s3:PutObject",
          Resource: pulumi.interpolate`${bucket.arn}/alb/AWSLogs/${accountId}/*`,
        },
        {
          Sid: "BucketLogs",
          Effect: "Allow",
          Principal: { Service: "logging.s3.amazonaws.com" },
          Action: "s3:PutObject",
          Resource: pulumi.interpolate`${bucket.arn}/s3/*`,
          Condition: fromAccount,
        },
        {
          // Exactly the statement that the delivery service looks for: where it does not find it, it appends its own, and
          // the policy is no longer ours (CloudWatch Logs User Guide, "Logs sent to Amazon S3", V2 permissions).
          Sid: "AWSLogDeliveryWrite1",
          Effect: "Allow",
          Principal: { Service: "delivery.logs.amazonaws.com" },
          Action: "s3:PutObject",
          Resource: pulumi.interpolate`${bucket.arn}/AWSLogs/${accountId}/*`,
          Condition: {
            StringEquals: { "s3:x-amz-acl": "bucket-owner-full-control", "aws:SourceAccount": [accountId] },
            ArnLike: {
              "aws:SourceArn": [
                pulumi.interpolate`arn:aws:logs:${deliveryRegion}:${accountId}:delivery-source:${deliverySourceName(context)}`,
              ],
            },
          },
        },
      ]),
    },
    { ...child, dependsOn: [access] },
  );
  // A load balancer tries whether it can write as soon as its logs are switched on.
  return { name: policy.bucket, arn: pulumi.all([bucket.arn, policy.id]).apply(([arn]) => arn) };
}
