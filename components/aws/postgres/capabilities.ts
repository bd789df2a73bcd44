import type { ConceptOptions } from "../../contract/capabilities";
import { different, full } from "../../contract/capabilities/capability";

/** How AWS supports each option of the database. */
export const postgresCapabilities: ConceptOptions<"postgres"> = {
  "postgres.size": full("RDS instance class"),
  "postgres.encryptionAtRest": full("KMS key with rotation"),
  "postgres.maxStorageGiB": full("RDS storage autoscaling"),
  "postgres.highAvailability": full("RDS Multi-AZ"),
  "postgres.readReplicas": different("RDS read replicas", "one address for readers: that of the first replica"),
  "postgres.pooling": different(
    "RDS Proxy",
    "it multiplexes by transaction whatever the mode says, and pins a session that needs it",
  ),
  "postgres.backupRetentionDays": full("RDS automated backups"),
  "postgres.customerManagedKeys": different("KMS key of the database", "always: there is no choice to do without"),
  "postgres.backupWindow": full("RDS backup window"),
  "postgres.slowQueryMilliseconds": full("log_min_duration_statement of the parameter group"),
};
