import type { OptionsOf } from "../capabilities/capability";

/** The PostgreSQL database. */
export const postgresOptions = [
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
    meaning: "Daily backups and point-in-time recovery within this number of days.",
  },
  {
    name: "postgres.backupWindow",
    meaning: "When the daily backup starts.",
  },
  {
    name: "postgres.slowQueryMilliseconds",
    meaning: "Slower statements are logged.",
  },
] as const satisfies OptionsOf<"postgres">;
