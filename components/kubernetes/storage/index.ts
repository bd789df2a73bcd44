import { ConfigMap } from "@pulumi/kubernetes/core/v1";
import * as pulumi from "@pulumi/pulumi";
import type { BucketValue, Storage, StorageArgs } from "../../contract";
import { customResource } from "../custom-resource";
import { metadata, waitForReady } from "../metadata";
import type { KubernetesNetwork } from "../network";
import type { KubernetesPlatformSpec } from "../platform-spec";
import { type SecretKey, storeKey } from "../secrets";

/** Secret with the keys of the object storage. */
const credentialsName = "object-storage";

/**
 * Buckets of an object storage outside the cluster, reached by the S3 interface. They are made outside; this says where
 * they are and brings the keys in. There is no store in the cluster: one that keeps its data in the same cluster as the
 * database is no backup, and MinIO's open edition is no longer maintained.
 */
export class KubernetesStorage extends pulumi.ComponentResource implements Storage {
  readonly bucketNames: Readonly<Record<string, pulumi.Output<string>>>;
  readonly endpoint: string;
  readonly region: string;

  constructor(
    name: string,
    args: StorageArgs & { network: KubernetesNetwork; platform: KubernetesPlatformSpec },
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("isotopo:kubernetes:Storage", name, {}, opts);
    const { context, buckets, network, platform } = args;
    const child = { parent: this, dependsOn: [network.namespace] };
    const { endpoint, region } = platform.objectStorage;
    this.endpoint = endpoint;
    this.region = region;
    customResource(
      `${name}-credentials`,
      {
        apiVersion: "external-secrets.io/v1",
        kind: "ExternalSecret",
        metadata: metadata(context, "storage", credentialsName, waitForReady),
        spec: {
          refreshPolicy: "Periodic",
          refreshInterval: "1h0m0s",
          secretStoreRef: { kind: "ClusterSecretStore", name: platform.secretStore },
          target: { name: credentialsName, creationPolicy: "Owner", deletionPolicy: "Retain" },
          data: ["access-key-id", "secret-access-key"].map((secretKey) => ({
            secretKey,
            remoteRef: { key: storeKey(context, credentialsName), property: secretKey },
          })),
        },
      },
      child,
    );
    const names = buckets.map((bucket) => [bucket.name, `${context.name}-${bucket.name}`] as const);
    for (const [bucket, bucketName] of names) {
      new ConfigMap(
        `${name}-${bucket}`,
        {
          metadata: metadata(context, "storage", `bucket-${bucket}`),
          data: { name: bucketName, endpoint, region },
        },
        child,
      );
    }
    this.bucketNames = Object.fromEntries(names.map(([bucket, bucketName]) => [bucket, pulumi.output(bucketName)]));
    this.registerOutputs({ bucketNames: this.bucketNames });
  }

  /** A value that is no secret. */
  value(bucket: string, key: BucketValue): pulumi.Output<string> {
    const name = this.bucketNames[bucket];
    if (name === undefined) throw new Error(`there is no bucket "${bucket}"`);
    return { name, endpoint: pulumi.output(this.endpoint), region: pulumi.output(this.region) }[key];
  }

  /** Where the keys of the object storage are. */
  readonly credentials: Readonly<Record<"accessKeyId" | "secretAccessKey", SecretKey>> = {
    accessKeyId: { name: credentialsName, key: "access-key-id" },
    secretAccessKey: { name: credentialsName, key: "secret-access-key" },
  };
}
