import type { ConceptOptions } from "../../contract/capabilities";
import { different, full } from "../../contract/capabilities/capability";

/** How Azure supports each option of the database. */
export const postgresCapabilities: ConceptOptions<"postgres"> = {
  "postgres.size": different(
    "Flexible Server compute size",
    "micro and small share cores, with 4 GiB; with a standby, replicas or pooling they have 2 vCPU and 8 GiB of their own",
  ),
  "postgres.encryptionAtRest": full("Key Vault key, or Azure's own"),
  "postgres.customerManagedKeys": different(
    "Key Vault key with rotation",
    "backups are then not copied to the paired region, which would need a second vault there",
  ),
  "postgres.maxStorageGiB": different(
    "storage autogrow",
    "it has no limit of its own; sizes double from 32 GiB on, and storageGiB counts when the server is made",
  ),
  "postgres.highAvailability": different(
    "zone-redundant high availability",
    "switched on in two updates where the machine changes too (from micro or small); not in Japan West and Belgium Central",
  ),
  "postgres.readReplicas": different(
    "read replicas",
    "one grows before its primary does, by two updates, and none may be there while a major version is raised",
  ),
  "postgres.pooling": full("built-in PgBouncer on port 6432"),
  "postgres.backupRetentionDays": different(
    "automated backups and point-in-time recovery",
    "at least 7 days; in prod also in the paired region, where Azure has that",
  ),
  "postgres.backupWindow": different("automated backups", "Azure chooses when"),
  "postgres.slowQueryMilliseconds": full("log_min_duration_statement"),
};
