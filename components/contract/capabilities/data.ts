import type { Option } from "./capability";

/** PostgreSQL, Redis and buckets. */
export const dataOptions = [
  {
    name: "postgres.size",
    meaning: "At least so much processor and memory.",
  },
  {
    name: "postgres.encryptionAtRest",
    meaning: "Storage and backups are encrypted with a managed key.",
  },
  {
    name: "postgres.customerManagedKeys",
    meaning: "Encrypted with a key of the topology's own.",
  },
  {
    name: "postgres.maxStorageGiB",
    meaning: "Storage grows by itself up to this.",
  },
  {
    name: "postgres.highAvailability",
    meaning: "A standby in another zone with automatic failover.",
  },
  {
    name: "postgres.readReplicas",
    meaning: "Replicas for reads.",
  },
  {
    name: "postgres.pooling",
    meaning: "A connection pooler; workloads connect to it.",
  },
  {
    name: "postgres.backupRetentionDays",
    meaning: "Daily backups and point-in-time recovery within so many days.",
  },
  {
    name: "postgres.backupWindow",
    meaning: "When the daily backup starts.",
  },
  {
    name: "postgres.slowQueryMilliseconds",
    meaning: "Slower statements are logged.",
  },
  {
    name: "redis.memoryMiB",
    meaning: "At least so much memory for data.",
  },
  {
    name: "redis.evictionPolicy",
    meaning: "What is forgotten when memory is full.",
  },
  {
    name: "redis.customerManagedKeys",
    meaning: "Encrypted with a key of the topology's own.",
  },
  {
    name: "redis.passwordVersion",
    meaning: "A new password when its version is raised.",
    askedBy: ({ redis }) => redis.filter(({ passwordVersion }) => passwordVersion > 1).map(({ name }) => name),
    asked: { key: "rotate", allowed: "nothing of redis" },
  },
  {
    name: "redis.persistence",
    meaning: "What survives a restart.",
  },
  {
    name: "redis.highAvailability",
    meaning: "A replica in another zone takes over by itself.",
  },
  {
    name: "redis.snapshotRetentionDays",
    meaning: "Snapshots are kept so long.",
  },
  {
    name: "storage.bucket",
    meaning: "Private, encrypted, versioned, over TLS only.",
  },
  {
    name: "storage.interface",
    meaning: "How a workload talks to a bucket.",
  },
  {
    name: "storage.customerManagedKeys",
    meaning: "Encrypted with a key of the topology's own.",
  },
  {
    name: "storage.lifecycle",
    meaning: "Objects and their earlier versions go with time.",
  },
  {
    name: "storage.cors",
    meaning: "Browsers of some origins may use a bucket.",
  },
] as const satisfies readonly Option[];
