import { type Capability, different, full } from "./capability";

/** PostgreSQL, Redis and buckets. */
export const dataCapabilities: readonly Capability[] = [
  {
    concept: "postgres",
    option: "size",
    meaning: "At least so much processor and memory.",
    clouds: {
      aws: full("RDS instance class"),
      kubernetes: different(
        "requests and limits of the CloudNativePG instances",
        "micro and small are not shared: what is requested is reserved",
      ),
    },
  },
  {
    concept: "postgres",
    option: "encryptionAtRest",
    meaning: "Storage and backups are encrypted with a managed key.",
    clouds: {
      aws: full("KMS key with rotation"),
      kubernetes: different(
        "the StorageClass and the object store",
        "the cluster's storage decides; choose an encrypted StorageClass",
      ),
    },
  },
  {
    concept: "postgres",
    option: "maxStorageGiB",
    meaning: "Storage grows by itself up to this.",
    clouds: {
      aws: full("RDS storage autoscaling"),
      kubernetes: different(
        "the volume is made as large as this from the start",
        "volumes grow when asked, not by themselves",
      ),
    },
  },
  {
    concept: "postgres",
    option: "highAvailability",
    meaning: "A standby in another zone with automatic failover.",
    clouds: {
      aws: full("RDS Multi-AZ"),
      kubernetes: full("CloudNativePG instances with anti-affinity by zone"),
    },
  },
  {
    concept: "postgres",
    option: "readReplicas",
    meaning: "Replicas for reads.",
    clouds: {
      aws: full("RDS read replicas"),
      kubernetes: full("CloudNativePG replicas behind the -ro service"),
    },
  },
  {
    concept: "postgres",
    option: "pooling",
    meaning: "A connection pooler; workloads connect to it.",
    clouds: {
      aws: different(
        "RDS Proxy",
        "it multiplexes by transaction whatever the mode says, and pins a session that needs it",
      ),
      kubernetes: full("CloudNativePG Pooler (PgBouncer)"),
    },
  },
  {
    concept: "postgres",
    option: "backupRetentionDays",
    meaning: "Daily backups and point-in-time recovery within so many days.",
    clouds: {
      aws: full("RDS automated backups"),
      kubernetes: full("CloudNativePG ScheduledBackup and WAL archive by the Barman plugin"),
    },
  },
  {
    concept: "redis",
    option: "persistence",
    meaning: "What survives a restart.",
    clouds: {
      aws: different("Multi-AZ replicas and daily snapshots", "ElastiCache has no append-only file on these versions"),
      kubernetes: full("append-only file and snapshots on a volume"),
    },
  },
  {
    concept: "redis",
    option: "highAvailability",
    meaning: "A replica in another zone takes over by itself.",
    clouds: {
      aws: full("Multi-AZ with automatic failover"),
      kubernetes: different(
        "one Pod on a persistent volume",
        "Kubernetes starts it again elsewhere: minutes, not seconds, and only where the volume can follow",
      ),
    },
  },
  {
    concept: "redis",
    option: "snapshotRetentionDays",
    meaning: "Snapshots are kept so long.",
    clouds: {
      aws: full("ElastiCache snapshots"),
      kubernetes: different("the volume holds the last one", "copies are a matter of volume snapshots of the cluster"),
    },
  },
  {
    concept: "storage",
    option: "bucket",
    meaning: "Private, encrypted, versioned, over TLS only.",
    clouds: {
      aws: full("S3"),
      kubernetes: different(
        "an external bucket by the S3 interface",
        "it is made outside: its encryption, versions and lifecycle are its provider's",
      ),
    },
  },
];
