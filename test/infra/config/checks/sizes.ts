import { type BrokenConfig, onCluster, override } from "./row";

/** Counts, sizes, durations and switches of the environment. */
export const brokenSizes: readonly BrokenConfig[] = [
  override(
    "a duration of nothing",
    { network: { flowLogRetentionDays: 0 } },
    "network.flowLogRetentionDays is 0; allowed: at least 1",
  ),
  override(
    "a duration of eleven years",
    { network: { flowLogRetentionDays: 4000 } },
    "network.flowLogRetentionDays is 4000; allowed: at most 3653",
  ),
  override(
    "a duration with its unit",
    { logRetentionDays: "30d" },
    'logRetentionDays is "30d"; allowed: a whole number',
  ),
  override(
    "a duration of days and hours",
    { logRetentionDays: 1.5 },
    "logRetentionDays is 1.5; allowed: a whole number",
  ),
  override(
    "a duration of nobody knows what",
    { logRetentionDays: null },
    "logRetentionDays is null; allowed: a whole number",
  ),
  override(
    "a duration beyond all whole numbers",
    { logRetentionDays: 1e20 },
    "logRetentionDays is 100000000000000000000; allowed: at most 3653",
  ),
  override(
    "a duration below all whole numbers",
    { logRetentionDays: -1e20 },
    "logRetentionDays is -100000000000000000000; allowed: at least 1",
  ),
  override(
    "backups that are kept longer than RDS can",
    { postgres: { backupRetentionDays: 36 } },
    "postgres.backupRetentionDays is 36; allowed: at most 35",
  ),
  override(
    "no backups",
    { postgres: { backupRetentionDays: 0 } },
    "postgres.backupRetentionDays is 0; allowed: at least 1",
  ),
  override(
    "a size of database that is not there",
    { postgres: { size: "db.t4g.micro" } },
    'postgres.size is "db.t4g.micro"; allowed: one of micro, small, medium, large',
  ),
  override(
    "storage with its unit",
    { postgres: { storageGiB: "20Gi" } },
    'postgres.storageGiB is "20Gi"; allowed: a whole number',
  ),
  override(
    "storage below the least",
    { postgres: { storageGiB: 5 } },
    "postgres.storageGiB is 5; allowed: at least 20",
  ),
  override(
    "storage above the most",
    { postgres: { maxStorageGiB: 65_537 } },
    "postgres.maxStorageGiB is 65537; allowed: at most 65536",
  ),
  override(
    "storage that can only shrink",
    { postgres: { storageGiB: 200, maxStorageGiB: 150 } },
    "postgres.maxStorageGiB is 150, less than storageGiB, which is 200; allowed: at least 200",
  ),
  override(
    "storage above the environment's most",
    { postgres: { storageGiB: 200 } },
    "postgres.maxStorageGiB is 100, less than storageGiB, which is 200; allowed: at least 200",
  ),
  override(
    "read replicas below none",
    { postgres: { readReplicas: -1 } },
    "postgres.readReplicas is -1; allowed: at least 0",
  ),
  override(
    "a read replica too many",
    { postgres: { readReplicas: 6 } },
    "postgres.readReplicas is 6; allowed: at most 5",
  ),
  override(
    "a statement slower than an hour",
    { postgres: { slowQueryMilliseconds: 3_600_001 } },
    "postgres.slowQueryMilliseconds is 3600001; allowed: at most 3600000",
  ),
  override(
    "a standby that is a number",
    { postgres: { highAvailability: 1 } },
    "postgres.highAvailability is 1; allowed: true or false",
  ),
  override("a switch in a text", { protect: "yes" }, 'protect is "yes"; allowed: true or false'),
  override("too little memory", { redis: { memoryMiB: 32 } }, "redis.memoryMiB is 32; allowed: at least 64"),
  override(
    "snapshots that are kept too long",
    { redis: { snapshotRetentionDays: 40 } },
    "redis.snapshotRetentionDays is 40; allowed: at most 35",
  ),
  override(
    "versions that are kept for no day",
    { storage: { noncurrentVersionDays: 0 } },
    "storage.noncurrentVersionDays is 0; allowed: at least 1",
  ),
  override("replicas below none", { replicas: { minimum: -1 } }, "replicas.minimum is -1; allowed: at least 0"),
  override("no replica at most", { replicas: { maximum: 0 } }, "replicas.maximum is 0; allowed: at least 1"),
  override("too many replicas", { replicas: { maximum: 1001 } }, "replicas.maximum is 1001; allowed: at most 1000"),
  override(
    "a maximum below its minimum",
    { replicas: { minimum: 5, maximum: 3 } },
    "replicas.maximum is 3, less than minimum, which is 5; allowed: at least 5",
  ),
  override(
    "access logs that are kept for no day",
    { edge: { accessLogRetentionDays: 0 } },
    "edge.accessLogRetentionDays is 0; allowed: at least 1",
  ),
  {
    name: "settings in a list",
    change: { overrides: [] },
    messages: ["isotopo:overrides is []; allowed: a set of keys and values"],
  },
  {
    name: "settings that are no JSON",
    base: onCluster,
    change: { overrides: "{protect: true" },
    messages: ['isotopo:overrides is "{protect: true"; allowed: a set of keys and values'],
  },
];
