import { getCallerIdentityOutput } from "@pulumi/aws/getCallerIdentity";
import type * as s3 from "@pulumi/aws/s3";
import * as pulumi from "@pulumi/pulumi";
import {
  type BucketSpec,
  type BucketValue,
  type Storage,
  type StorageArgs,
  type Transform,
  transformed,
} from "../../contract";
import { physicalBucketName } from "../bucket-name";
import { encryptionKey } from "../key";
import { tags } from "../tags";
import { privateBucket } from "./bucket";
import { logBucket } from "./log-bucket";

/** Changes of single resources of the storage. */
export interface StorageTransforms {
  bucket?: Transform<s3.BucketArgs>;
}

/**
 * S3 buckets: private, encrypted, versioned, TLS only. Buckets that the edge serves use S3's own key: with a key of ours,
 * CloudFront would have to be let into its policy by an ARN that does not exist yet.
 */
export class AwsStorage extends pulumi.ComponentResource implements Storage {
  readonly bucketNames: Readonly<Record<string, pulumi.Output<string>>>;
  readonly bucketArns: Readonly<Record<string, pulumi.Output<string>>>;
  /** Regional host names, for CloudFront's origins. */
  readonly bucketDomains: Readonly<Record<string, pulumi.Output<string>>>;
  readonly keyArn: pulumi.Output<string>;
  /** Name of the bucket that takes the access logs of the load balancer and of the other buckets. */
  readonly accessLogBucket: pulumi.Output<string>;
  readonly accessLogBucketArn: pulumi.Output<string>;
  /** Number of the account, which is part of the buckets' names. */
  readonly accountId: pulumi.Output<string>;
  private readonly region: string;

  constructor(
    name: string,
    args: StorageArgs & { transform?: StorageTransforms },
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("isotopo:aws:Storage", name, {}, opts);
    const { context, buckets } = args;
    const accountId = getCallerIdentityOutput({}, { parent: this }).accountId;
    this.accountId = accountId;
    this.region = context.region;
    const key = encryptionKey(`${name}-key`, { context, description: `Buckets of ${context.name}` }, this);
    const logs = logBucket(`${name}-logs`, { context, accountId }, this);
    const created = buckets.map(
      (spec) => [spec.name, this.create(name, spec, args, { keyArn: key.arn, accountId, logs: logs.name })] as const,
    );
    this.bucketNames = Object.fromEntries(created.map(([bucket, { bucket: id }]) => [bucket, id]));
    this.bucketArns = Object.fromEntries(created.map(([bucket, { arn }]) => [bucket, arn]));
    this.bucketDomains = Object.fromEntries(
      created.map(([bucket, { bucketRegionalDomainName }]) => [bucket, bucketRegionalDomainName]),
    );
    this.keyArn = key.arn;
    this.accessLogBucket = logs.name;
    this.accessLogBucketArn = logs.arn;
    this.registerOutputs({ bucketNames: this.bucketNames });
  }

  /** A value that is no secret; throws where the topology has no such bucket. */
  value(bucket: string, key: BucketValue): pulumi.Output<string> {
    const name = this.bucketNames[bucket];
    if (name === undefined) throw new Error(`there is no bucket "${bucket}"`);
    return {
      name,
      endpoint: pulumi.output(`https://s3.${this.region}.amazonaws.com`),
      region: pulumi.output(this.region),
    }[key];
  }

  private create(
    name: string,
    spec: BucketSpec,
    { context, transform }: StorageArgs & { transform?: StorageTransforms },
    {
      keyArn,
      accountId,
      logs,
    }: { keyArn: pulumi.Output<string>; accountId: pulumi.Output<string>; logs: pulumi.Output<string> },
  ): s3.Bucket {
    const bucketName = `${name}-${spec.name}`;
    const bucketArgs: s3.BucketArgs = {
      bucket: physicalBucketName(context.name, spec.name, accountId),
      forceDestroy: !spec.deletionProtection,
      tags: tags(context, bucketName),
    };
    return privateBucket(
      bucketName,
      {
        bucketArgs: transformed(transform?.bucket, bucketArgs, bucketName),
        spec,
        kmsKeyArn: spec.exposure === "edge" ? undefined : keyArn,
        accountId,
        accessLogBucket: logs,
      },
      this,
    );
  }
}
