import * as redisenterprise from "@pulumi/azure-native/redisenterprise";
import * as pulumi from "@pulumi/pulumi";
import type { RedisArgs } from "../../contract";
import {
  type EvictionPolicy,
  type Redis,
  type RedisSecret,
  type RedisSpec,
  type RedisValue,
  type Transform,
  transformed,
} from "../../contract";
import { deleteLock } from "../delete-lock";
import { type EncryptionKey, encryptionKey } from "../key";
import type { AzureNetwork } from "../network";
import { privateEndpoint } from "../private-endpoint";
import { redisAddress } from "../redis-address";
import { type StoredSecret, storedSecret } from "../secret";
import type { AzureSecrets } from "../secrets";
import { tags } from "../tags";
import { uniqueName } from "../unique-name";

/** Changes of single resources of a Redis instance. */
export interface RedisTransforms {
  cluster?: Transform<redisenterprise.RedisEnterpriseArgs>;
  database?: Transform<redisenterprise.DatabaseArgs>;
}

type AzureRedisArgs = RedisArgs & { network: AzureNetwork } & { secrets: AzureSecrets; transform?: RedisTransforms };

/** Sizes of the Balanced tier, in GB ("Azure Managed Redis: tiers and SKUs at a glance"); B0 and B1 share cores. */
const sizes: readonly [sizeGB: number, sku: redisenterprise.SkuName][] = [
  [0.5, redisenterprise.SkuName.Balanced_B0],
  [1, redisenterprise.SkuName.Balanced_B1],
  [3, redisenterprise.SkuName.Balanced_B3],
  [6, redisenterprise.SkuName.Balanced_B5],
  [12, redisenterprise.SkuName.Balanced_B10],
  [24, redisenterprise.SkuName.Balanced_B20],
  [60, redisenterprise.SkuName.Balanced_B50],
  [120, redisenterprise.SkuName.Balanced_B100],
];

/** A fifth of the memory is kept from data ("Azure Managed Redis architecture", Reserved memory). */
const shareForData = 0.8;

/** The largest size that can stay in one piece ("Azure Managed Redis architecture", Cluster policies). */
const largestUnshardedGB = 25;

const evictionPolicies: Readonly<Record<EvictionPolicy, redisenterprise.EvictionPolicy>> = {
  noeviction: redisenterprise.EvictionPolicy.NoEviction,
  "allkeys-lru": redisenterprise.EvictionPolicy.AllKeysLRU,
};

/** The one port of a database of Azure Managed Redis. */
const port = 10_000;

/** Azure Managed Redis: behind a private endpoint, with access keys and TLS, encrypted at rest. */
export class AzureRedis extends pulumi.ComponentResource implements Redis {
  readonly host: pulumi.Output<string>;
  readonly port: pulumi.Output<number>;
  private readonly stored: Readonly<Record<RedisSecret, StoredSecret>>;

  constructor(name: string, args: AzureRedisArgs, opts?: pulumi.ComponentResourceOptions) {
    super("isotopo:azure:Redis", name, {}, opts);
    const { context, spec, network, secrets } = args;
    const { resourceGroupName } = network;
    const cluster = this.cluster(name, args);
    const database = this.database(name, cluster, args);
    const keys = redisenterprise.listDatabaseKeysOutput(
      { clusterName: cluster.name, databaseName: database.name, resourceGroupName },
      { parent: this },
    );
    const password = pulumi.secret(keys.primaryKey);
    const store = (suffix: string, description: string, value: pulumi.Input<string>) =>
      storedSecret(
        `${name}-${suffix}`,
        { context, vaultName: secrets.vaultName, resourceGroupName, description, value },
        this,
      );
    privateEndpoint(
      `${name}-endpoint`,
      { context, network, target: cluster.id, group: "redisEnterprise", zone: "redis" },
      this,
    );
    if (spec.deletionProtection) deleteLock(`${name}-lock`, cluster.id, this);
    this.host = cluster.hostName;
    this.port = pulumi.output(port);
    this.stored = {
      url: store(
        "url",
        `Connection to Redis ${spec.name}`,
        pulumi.secret(pulumi.all([password, cluster.hostName]).apply(([key, host]) => redisAddress(key, host, port))),
      ),
      password: store("password", `Access key of Redis ${spec.name}`, password),
    };
    this.registerOutputs({ host: this.host, port: this.port });
  }

  /** A value that is no secret. */
  value(key: RedisValue): pulumi.Output<string> {
    return { host: this.host, port: this.port.apply(String) }[key];
  }

  secret(key: RedisSecret): StoredSecret {
    return this.stored[key];
  }

  private cluster(name: string, args: AzureRedisArgs): redisenterprise.RedisEnterprise {
    const { context, spec, network, transform } = args;
    const clusterName = `${name}-cluster`;
    const key = this.key(name, args);
    const clusterArgs: redisenterprise.RedisEnterpriseArgs = {
      clusterName: uniqueName(clusterName, { parts: [context.name, spec.name], longest: 60, separator: "-" }, this),
      resourceGroupName: network.resourceGroupName,
      location: context.region,
      sku: { name: sizeOf(spec)[1] },
      highAvailability: spec.highAvailability
        ? redisenterprise.HighAvailability.Enabled
        : redisenterprise.HighAvailability.Disabled,
      minimumTlsVersion: redisenterprise.TlsVersion.TlsVersion_1_2,
      publicNetworkAccess: redisenterprise.PublicNetworkAccess.Disabled,
      identity:
        key === undefined
          ? undefined
          : {
              type: redisenterprise.ManagedServiceIdentityType.UserAssigned,
              userAssignedIdentities: [key.identityId],
            },
      encryption: key === undefined ? undefined : encryption(key),
      tags: tags(context, clusterName),
    };
    return new redisenterprise.RedisEnterprise(clusterName, transformed(transform?.cluster, clusterArgs, clusterName), {
      parent: this,
      protect: spec.deletionProtection,
      dependsOn: key === undefined ? [] : [key.grant],
    });
  }

  private key(name: string, { context, network, secrets }: AzureRedisArgs): EncryptionKey | undefined {
    return context.customerManagedKeys ? encryptionKey(`${name}-key`, { context, network, secrets }, this) : undefined;
  }

  /**
   * In one piece, as a client of plain Redis expects: in shards, commands like Celery's `BRPOP` and `MULTI` fail on keys
   * of two slots. What is too large for that has one endpoint for all shards, and that limit.
   */
  private database(
    name: string,
    cluster: redisenterprise.RedisEnterprise,
    { spec, network, transform }: AzureRedisArgs,
  ): redisenterprise.Database {
    const databaseName = `${name}-database`;
    const appendOnly = spec.persistence === "append-only";
    const databaseArgs: redisenterprise.DatabaseArgs = {
      clusterName: cluster.name,
      databaseName: "default",
      resourceGroupName: network.resourceGroupName,
      clientProtocol: redisenterprise.Protocol.Encrypted,
      port,
      clusteringPolicy:
        sizeOf(spec)[0] <= largestUnshardedGB
          ? redisenterprise.ClusteringPolicy.NoCluster
          : redisenterprise.ClusteringPolicy.EnterpriseCluster,
      evictionPolicy: evictionPolicies[spec.evictionPolicy],
      accessKeysAuthentication: redisenterprise.AccessKeysAuthentication.Enabled,
      persistence: appendOnly
        ? { aofEnabled: true, aofFrequency: redisenterprise.AofFrequency.AofFrequency_1s, rdbEnabled: false }
        : { aofEnabled: false, rdbEnabled: true, rdbFrequency: redisenterprise.RdbFrequency.RdbFrequency_12h },
    };
    return new redisenterprise.Database(databaseName, transformed(transform?.database, databaseArgs, databaseName), {
      parent: this,
      protect: spec.deletionProtection,
    });
  }
}

function encryption(key: EncryptionKey): redisenterprise.RedisEnterpriseArgs["encryption"] {
  return {
    customerManagedKeyEncryption: {
      keyEncryptionKeyUrl: key.versionUri,
      keyEncryptionKeyIdentity: {
        identityType: redisenterprise.CmkIdentityType.UserAssignedIdentity,
        userAssignedIdentityResourceId: key.identityId,
      },
    },
  };
}

/** Azure Managed Redis runs 7.4 and no other ("What is Azure Managed Redis?"): there is no version to ask for. */
const version = "7";

/** The smallest size with so much memory for data; throws where there is none, or not of the version. */
function sizeOf({ name, memoryMiB, version: requested }: RedisSpec): (typeof sizes)[number] {
  if (requested !== version)
    throw new Error(`redis "${name}": Azure Managed Redis has no version ${requested}; it has ${version}`);
  const found = sizes.find(([sizeGB]) => sizeGB * 1024 * shareForData >= memoryMiB);
  if (found !== undefined) return found;
  throw new Error(`redis "${name}": ${memoryMiB} MiB is more than ${sizes.at(-1)?.[1]} has for data`);
}
