import type * as azure from "@pulumi/azure-native/storage";
import * as pulumi from "@pulumi/pulumi";
import type { BucketValue, Storage, StorageArgs, Transform } from "../../contract";
import { encryptionKey } from "../key";
import type { AzureNetwork } from "../network";
import type { AzureSecrets } from "../secrets";
import { type CreatedAccount, storageAccount } from "./account";

/** Changes of single resources of the storage. */
export interface StorageTransforms {
  account?: Transform<azure.StorageAccountArgs>;
}

/** A bucket's account, for who serves or uses its blobs. */
export interface BucketAccount {
  /** Resource id of the account. */
  id: pulumi.Output<string>;
  name: pulumi.Output<string>;
  /** Host of the blob service. */
  blobHost: pulumi.Output<string>;
  /** Name of the container. */
  container: pulumi.Output<string>;
  /** Resource id of the container: what a grant is for. */
  containerId: pulumi.Output<string>;
}

type AzureStorageArgs = StorageArgs & {
  network: AzureNetwork;
  secrets: AzureSecrets;
  transform?: StorageTransforms;
};

/** Blob containers, each in an account of its own: private, encrypted, versioned, with access by identity alone. */
export class AzureStorage extends pulumi.ComponentResource implements Storage {
  readonly bucketNames: Readonly<Record<string, pulumi.Output<string>>>;
  private readonly accounts: Readonly<Record<string, BucketAccount>>;
  private readonly region: string;

  constructor(name: string, args: AzureStorageArgs, opts?: pulumi.ComponentResourceOptions) {
    super("isotopo:azure:Storage", name, {}, opts);
    const { context, buckets, network, secrets, transform } = args;
    this.region = context.region;
    const wanted = context.customerManagedKeys && buckets.length > 0;
    const key = wanted ? encryptionKey(`${name}-key`, { context, network, secrets }, this) : undefined;
    this.accounts = Object.fromEntries(
      buckets.map((spec) => {
        const accountArgs = { context, spec, network, key, transform: transform?.account };
        return [spec.name, bucketAccount(storageAccount(`${name}-${spec.name}`, accountArgs, this))];
      }),
    );
    this.bucketNames = Object.fromEntries(
      Object.entries(this.accounts).map(([bucket, { container }]) => [bucket, container]),
    );
    this.registerOutputs({ bucketNames: this.bucketNames });
  }

  /** Account of a bucket; throws where the topology has no such bucket. */
  account(bucket: string): BucketAccount {
    const account = this.accounts[bucket];
    if (account === undefined) throw new Error(`there is no bucket "${bucket}"`);
    return account;
  }

  /** A value that is no secret. */
  value(bucket: string, key: BucketValue): pulumi.Output<string> {
    const { container, blobHost } = this.account(bucket);
    return {
      name: container,
      endpoint: pulumi.interpolate`https://${blobHost}`,
      region: pulumi.output(this.region),
    }[key];
  }
}

function bucketAccount({ account, container }: CreatedAccount): BucketAccount {
  return {
    id: account.id,
    name: account.name,
    blobHost: pulumi.interpolate`${account.name}.blob.core.windows.net`,
    container: container.name,
    containerId: container.id,
  };
}
