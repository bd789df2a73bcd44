import type { ConceptOptions } from "../../contract/capabilities";
import { different, full } from "../../contract/capabilities/capability";

/** How Google Cloud supports each option of the database. */
export const postgresCapabilities: ConceptOptions<"postgres"> = {
  "postgres.size": different(
    "Cloud SQL machine type",
    "micro is one shared vCPU with 1.7 GiB; with pooling the smallest machine has 2 vCPU and 16 GiB",
  ),
  "postgres.encryptionAtRest": full("Cloud KMS key, or Google's own"),
  "postgres.customerManagedKeys": full("Cloud KMS key with rotation"),
  "postgres.maxStorageGiB": different(
    "automatic storage increase with a limit",
    "storageGiB counts when the instance is made: later it grows by itself, never shrinks, and an update that does not refresh the state first is refused",
  ),
  "postgres.highAvailability": full("regional availability"),
  "postgres.readReplicas": full("read replicas"),
  "postgres.pooling": different(
    "Managed Connection Pooling",
    "it is part of the Enterprise Plus edition only, so that pooling brings that edition and its machines; a pool may have half of the share, as two users sign in while a password is rotated",
  ),
  "postgres.backupRetentionDays": different(
    "automated backups and point-in-time recovery",
    "without pooling the log for point-in-time recovery is kept 7 days at most, an edition's limit; daily backups as long as asked",
  ),
  "postgres.backupWindow": different(
    "start of the backup",
    "it takes up to four hours, whatever the length of the window",
  ),
  "postgres.slowQueryMilliseconds": full("log_min_duration_statement, in the log bucket of the containers"),
};
