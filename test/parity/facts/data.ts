import { type BucketSpec, postgresConnections, type RedisSpec } from "../../../components/contract";
import type { WholeTopology } from "../../support/whole";
import type { Fact } from "../fact";
import { parameterFacts } from "./parameters";

/** What each size promises at least (contract/postgres). */
const sizes = { micro: [2, 1], small: [2, 4], medium: [2, 8], large: [4, 16] } as const;

/** PostgreSQL. */
export const postgresFacts = {
  ...parameterFacts,
  "postgres: major version": { asked: ({ postgres }) => ({ primary: postgres.version }) },
  "postgres: name of the database": { asked: ({ postgres }) => ({ database: postgres.database }) },
  "postgres: name of the administrator": { asked: ({ postgres }) => ({ admin: postgres.admin.user }) },
  "postgres: vCPU": { options: ["postgres.size"], asked: ({ postgres }) => ({ primary: sizes[postgres.size][0] }) },
  "postgres: memory in GiB": {
    options: ["postgres.size"],
    asked: ({ postgres }) => ({ primary: sizes[postgres.size][1] }),
  },
  "postgres: storage in GiB": {
    options: ["postgres.maxStorageGiB"],
    asked: ({ postgres }) => ({ primary: postgres.storageGiB }),
  },
  "postgres: most storage in GiB": {
    options: ["postgres.maxStorageGiB"],
    asked: ({ postgres }) => ({ primary: postgres.maxStorageGiB }),
  },
  "postgres: standby in another zone": {
    options: ["postgres.highAvailability"],
    asked: ({ postgres }) => ({ primary: postgres.highAvailability }),
  },
  "postgres: read replicas": {
    options: ["postgres.readReplicas"],
    asked: ({ postgres }) => ({ replicas: postgres.readReplicas }),
  },
  "postgres: days of backups": {
    options: ["postgres.backupRetentionDays"],
    asked: ({ postgres }) => ({ primary: postgres.backupRetentionDays }),
  },
  "postgres: days of point-in-time recovery": {
    options: ["postgres.backupRetentionDays"],
    asked: ({ postgres }) => ({ primary: postgres.backupRetentionDays }),
  },
  "postgres: start of the backup": {
    options: ["postgres.backupWindow"],
    asked: ({ postgres }) => ({ primary: postgres.backupWindow.start }),
  },
  "postgres: maintenance window": {
    options: ["postgres.backupWindow"],
    asked: ({ postgres: { maintenanceWindow } }) => ({
      primary: `${maintenanceWindow.day} ${maintenanceWindow.start}`,
    }),
  },
  "postgres: mode of the pooler": {
    options: ["postgres.pooling"],
    asked: ({ postgres }) => ({ pooler: postgres.pooling?.mode }),
  },
  "postgres: server connections of the pooler": {
    options: ["postgres.pooling"],
    asked: ({ postgres: { pooling, size } }) => ({
      pooler: pooling && (postgresConnections[size] * pooling.maxConnectionsPercent) / 100,
    }),
  },
  "postgres: insights": { more: true, asked: ({ postgres }) => (postgres.insights ? { primary: true } : {}) },
  "postgres: TLS is forced": { asked: () => ({ primary: true }) },
  "postgres: lowest TLS": { asked: () => ({ primary: "1.2" }) },
  "postgres: encrypted with a key of its own": {
    options: ["postgres.customerManagedKeys"],
    asked: ({ context }) => ({ primary: context.customerManagedKeys }),
  },
  "postgres: refuses deletion": {
    asked: ({ postgres }) => ({ primary: postgres.deletionProtection }),
  },
  "postgres: no public address": { asked: () => ({ primary: true }) },
} as const satisfies Record<string, Fact>;

/** Redis. */
export const redisFacts = {
  "redis: protocol version": { options: ["redis.memoryMiB"], asked: byInstance(({ version }) => version) },
  "redis: memory in MiB": { options: ["redis.memoryMiB"], asked: byInstance(({ memoryMiB }) => memoryMiB) },
  "redis: eviction policy": {
    options: ["redis.evictionPolicy"],
    asked: byInstance(({ evictionPolicy }) => evictionPolicy),
  },
  "redis: persistence": { options: ["redis.persistence"], asked: byInstance(({ persistence }) => persistence) },
  "redis: replica in another zone": {
    options: ["redis.highAvailability"],
    asked: byInstance(({ highAvailability }) => highAvailability),
  },
  "redis: days of snapshots": {
    options: ["redis.snapshotRetentionDays"],
    asked: byInstance(({ snapshotRetentionDays }) => snapshotRetentionDays),
  },
  "redis: TLS is forced": { asked: byInstance(() => true) },
  "redis: encrypted with a key of its own": {
    options: ["redis.customerManagedKeys"],
    asked: ({ redis, context }) => Object.fromEntries(redis.map(({ name }) => [name, context.customerManagedKeys])),
  },
  "redis: held by Pulumi": { asked: byInstance(({ deletionProtection }) => deletionProtection) },
} as const satisfies Record<string, Fact>;

/** Buckets. */
export const storageFacts = {
  "storage: buckets": { asked: byBucket(() => true) },
  "storage: versions": { options: ["storage.bucket"], asked: byBucket(({ versioned }) => versioned) },
  "storage: days of earlier versions": {
    options: ["storage.lifecycle"],
    asked: byBucket(({ lifecycle }) => lifecycle.noncurrentVersionDays),
  },
  "storage: days of objects": {
    options: ["storage.lifecycle"],
    asked: byBucket(({ lifecycle }) => lifecycle.expireAfterDays),
  },
  "storage: days of uploads that never completed": {
    options: ["storage.lifecycle"],
    asked: byBucket(({ lifecycle }) => lifecycle.abortIncompleteUploadDays),
  },
  "storage: origins": { options: ["storage.cors"], asked: byBucket(({ cors }) => cors?.origins) },
  "storage: methods": { options: ["storage.cors"], asked: byBucket(({ cors }) => cors?.methods) },
  "storage: seconds of CORS answers": { options: ["storage.cors"], asked: byBucket(({ cors }) => cors?.maxAgeSeconds) },
  "storage: TLS only": { options: ["storage.bucket"], asked: byBucket(() => true) },
  "storage: nothing public": { options: ["storage.bucket"], asked: byBucket(() => true) },
  "storage: encrypted with a key of its own": {
    options: ["storage.customerManagedKeys"],
    asked: ({ storage, context }) => Object.fromEntries(storage.map(({ name }) => [name, context.customerManagedKeys])),
  },
  "storage: held by Pulumi": {
    options: ["storage.bucket"],
    asked: byBucket(({ deletionProtection }) => deletionProtection),
  },
} as const satisfies Record<string, Fact>;

function byInstance(value: (instance: RedisSpec) => unknown): Fact["asked"] {
  return ({ redis }: WholeTopology) => Object.fromEntries(redis.map((instance) => [instance.name, value(instance)]));
}

function byBucket(value: (bucket: BucketSpec) => unknown): Fact["asked"] {
  return ({ storage }: WholeTopology) => Object.fromEntries(storage.map((bucket) => [bucket.name, value(bucket)]));
}
