// Made by scripts/generate.ts; do not edit.
import type { Fixtures } from "../core/fixture";
import { fixtures as backupCacheSnapshots } from "./backup/cache-snapshots.fixtures";
import { fixtures as backupDatabaseRetention } from "./backup/database-retention.fixtures";
import { fixtures as backupDatabaseSchedule } from "./backup/database-schedule.fixtures";
import { fixtures as backupFinalSnapshot } from "./backup/final-snapshot.fixtures";
import { fixtures as containersCapabilities } from "./containers/capabilities.fixtures";
import { fixtures as containersHostNamespaces } from "./containers/host-namespaces.fixtures";
import { fixtures as containersHostPaths } from "./containers/host-paths.fixtures";
import { fixtures as containersNamespaceStandard } from "./containers/namespace-standard.fixtures";
import { fixtures as containersNonPrivileged } from "./containers/non-privileged.fixtures";
import { fixtures as containersNonRoot } from "./containers/non-root.fixtures";
import { fixtures as containersPrivilegeEscalation } from "./containers/privilege-escalation.fixtures";
import { fixtures as containersReadOnlyRoot } from "./containers/read-only-root.fixtures";
import { fixtures as containersSeccomp } from "./containers/seccomp.fixtures";
import { fixtures as encryptionAtRestBucket } from "./encryption-at-rest/bucket.fixtures";
import { fixtures as encryptionAtRestCache } from "./encryption-at-rest/cache.fixtures";
import { fixtures as encryptionAtRestDatabase } from "./encryption-at-rest/database.fixtures";
import { fixtures as encryptionAtRestQueue } from "./encryption-at-rest/queue.fixtures";
import { fixtures as encryptionAtRestVolume } from "./encryption-at-rest/volume.fixtures";
import { fixtures as encryptionInTransitBucket } from "./encryption-in-transit/bucket.fixtures";
import { fixtures as encryptionInTransitCache } from "./encryption-in-transit/cache.fixtures";
import { fixtures as encryptionInTransitCdn } from "./encryption-in-transit/cdn.fixtures";
import { fixtures as encryptionInTransitDatabase } from "./encryption-in-transit/database.fixtures";
import { fixtures as encryptionInTransitLoadBalancer } from "./encryption-in-transit/load-balancer.fixtures";

/** The fixtures of every rule, by its id. */
export const fixtures: Readonly<Record<string, Fixtures>> = {
  "backup-cache-snapshots": backupCacheSnapshots,
  "backup-database-retention": backupDatabaseRetention,
  "backup-database-schedule": backupDatabaseSchedule,
  "backup-final-snapshot": backupFinalSnapshot,
  "containers-capabilities": containersCapabilities,
  "containers-host-namespaces": containersHostNamespaces,
  "containers-host-paths": containersHostPaths,
  "containers-namespace-standard": containersNamespaceStandard,
  "containers-non-privileged": containersNonPrivileged,
  "containers-non-root": containersNonRoot,
  "containers-privilege-escalation": containersPrivilegeEscalation,
  "containers-read-only-root": containersReadOnlyRoot,
  "containers-seccomp": containersSeccomp,
  "encryption-at-rest-bucket": encryptionAtRestBucket,
  "encryption-at-rest-cache": encryptionAtRestCache,
  "encryption-at-rest-database": encryptionAtRestDatabase,
  "encryption-at-rest-queue": encryptionAtRestQueue,
  "encryption-at-rest-volume": encryptionAtRestVolume,
  "encryption-in-transit-bucket": encryptionInTransitBucket,
  "encryption-in-transit-cache": encryptionInTransitCache,
  "encryption-in-transit-cdn": encryptionInTransitCdn,
  "encryption-in-transit-database": encryptionInTransitDatabase,
  "encryption-in-transit-load-balancer": encryptionInTransitLoadBalancer,
};
