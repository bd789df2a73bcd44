import * as gcs from "@pulumi/gcp/storage";
import * as pulumi from "@pulumi/pulumi";
import {
  type BucketSpec,
  type BucketValue,
  type LifecycleSpec,
  physicalName,
  type Storage,
  type StorageArgs,
  type Transform,
  transformed,
} from "../../contract";
import { type EncryptionKey, encryptionKey } from "../key";
import { labels } from "../labels";
import type { GcpPlatformSpec } from "../platform";

/** Changes of single resources of the storage. */
export interface StorageTransforms {
  bucket?: Transform<gcs.BucketArgs>;
}

type GcpStorageArgs = StorageArgs & { platform: GcpPlatformSpec; transform?: StorageTransforms };

/** Address of Cloud Storage for clients of its JSON and XML interfaces. */
const endpoint = "https://storage.googleapis.com";
/** How long deleted objects and buckets can be had back: seven days, Cloud Storage's default. */
const softDeleteSeconds = 7 * 24 * 60 * 60;

/** Cloud Storage buckets: private for good, encrypted, versioned, with access by identity alone. */
export class GcpStorage extends pulumi.ComponentResource implements Storage {
  readonly bucketNames: Readonly<Record<string, pulumi.Output<string>>>;
  /** Buckets that browsers call by themselves, with addresses that a workload signs for them. */
  readonly calledByBrowsers: ReadonlySet<string>;
  private readonly region: string;

  constructor(name: string, args: GcpStorageArgs, opts?: pulumi.ComponentResourceOptions) {
    super("isotopo:gcp:Storage", name, {}, opts);
    const { context, buckets } = args;
    this.region = context.region;
    const key = context.customerManagedKeys && buckets.length > 0 ? this.key(name, args) : undefined;
    this.bucketNames = Object.fromEntries(buckets.map((spec) => [spec.name, this.bucket(name, spec, key, args).name]));
    this.calledByBrowsers = new Set(buckets.filter(({ cors }) => cors !== undefined).map((spec) => spec.name));
    this.registerOutputs({ bucketNames: this.bucketNames });
  }

  /** A value that is no secret; throws where the topology has no such bucket. */
  value(bucket: string, key: BucketValue): pulumi.Output<string> {
    const name = this.bucketNames[bucket];
    if (name === undefined) throw new Error(`there is no bucket "${bucket}"`);
    return { name, endpoint: pulumi.output(endpoint), region: pulumi.output(this.region) }[key];
  }

  private key(name: string, { context, platform }: GcpStorageArgs): EncryptionKey {
    const email = gcs.getProjectServiceAccountOutput({ project: platform.project }, { parent: this }).emailAddress;
    return encryptionKey(`${name}-key`, { context, agent: { email } }, this);
  }

  private bucket(
    name: string,
    spec: BucketSpec,
    key: EncryptionKey | undefined,
    { context, platform, transform }: GcpStorageArgs,
  ): gcs.Bucket {
    const bucketName = `${name}-${spec.name}`;
    const args: gcs.BucketArgs = {
      // Bucket names are unique in the world; the project, which is too, makes this one so without making it random.
      name: physicalName([context.name, spec.name, platform.project], 63),
      location: context.region.toUpperCase(),
      storageClass: "STANDARD",
      uniformBucketLevelAccess: true,
      publicAccessPrevention: "enforced",
      versioning: { enabled: spec.versioned },
      softDeletePolicy: { retentionDurationSeconds: softDeleteSeconds },
      encryption: key === undefined ? undefined : { defaultKmsKeyName: key.id },
      lifecycleRules: lifecycleRules(spec.lifecycle),
      cors: spec.cors === undefined ? undefined : [corsRule(spec.cors)],
      forceDestroy: !spec.deletionProtection,
      labels: labels(context),
    };
    return new gcs.Bucket(bucketName, transformed(transform?.bucket, args, bucketName), {
      parent: this,
      protect: spec.deletionProtection,
      dependsOn: key === undefined ? [] : [key.grant],
    });
  }
}

function corsRule({ origins, methods, maxAgeSeconds }: NonNullable<BucketSpec["cors"]>) {
  return { origins, methods, responseHeaders: ["Content-Type", "ETag"], maxAgeSeconds };
}

function lifecycleRules(lifecycle: LifecycleSpec) {
  const { noncurrentVersionDays, infrequentAccessAfterDays, expireAfterDays, abortIncompleteUploadDays } = lifecycle;
  return [
    {
      action: { type: "Delete" },
      condition: { daysSinceNoncurrentTime: noncurrentVersionDays, withState: "ARCHIVED" },
    },
    { action: { type: "AbortIncompleteMultipartUpload" }, condition: { age: abortIncompleteUploadDays } },
    ...(infrequentAccessAfterDays === undefined
      ? []
      : [
          {
            action: { type: "SetStorageClass", storageClass: "NEARLINE" },
            condition: { age: infrequentAccessAfterDays, withState: "LIVE" },
          },
        ]),
    ...(expireAfterDays === undefined
      ? []
      : [{ action: { type: "Delete" }, condition: { age: expireAfterDays, withState: "LIVE" } }]),
  ];
}
