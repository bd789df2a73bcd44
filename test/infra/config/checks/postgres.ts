import { type BrokenConfig, override } from "./row";

/** The database: sizes, storage, backups, replicas. */
export const brokenPostgres: readonly BrokenConfig[] = [
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
];
