import type { ConceptOptions } from "../../contract/capabilities";
import { different, full } from "../../contract/capabilities/capability";

/** How a cluster supports each option of the database. */
export const postgresCapabilities: ConceptOptions<"postgres"> = {
  "postgres.size": different(
    "requests and limits of the CloudNativePG instances",
    "micro and small are not shared: what is requested is reserved",
  ),
  "postgres.encryptionAtRest": different(
    "the StorageClass and the object store",
    "the cluster's storage decides; choose an encrypted StorageClass",
  ),
  "postgres.maxStorageGiB": different(
    "the volume is made as large as this from the start",
    "volumes grow when asked, not by themselves",
  ),
  "postgres.highAvailability": different(
    "CloudNativePG instances on different nodes, and in different zones where there are some; commits are synchronous",
    "with one standby alone, which is gone, the primary goes on without it rather than stop",
  ),
  "postgres.readReplicas": full("CloudNativePG replicas behind the -ro service"),
  "postgres.pooling": different(
    "CloudNativePG Pooler (PgBouncer)",
    "a rollout has one Pod more, which may hold connections too, so that each has a share of one more than run",
  ),
  "postgres.backupRetentionDays": different(
    "CloudNativePG ScheduledBackup and WAL archive by the Barman plugin",
    "the bucket outlives the stack: the archive of a stack that was destroyed stays until somebody deletes it; each major version has a folder of its own, and no point in time is restored across two",
  ),
  "postgres.customerManagedKeys": different("the StorageClass", "its key is the cluster's affair"),
  "postgres.backupWindow": different(
    "schedule of the ScheduledBackup",
    "there is no maintenance window: a minor version comes with the image, when the topology is applied",
  ),
  "postgres.slowQueryMilliseconds": full("log_min_duration_statement"),
};
