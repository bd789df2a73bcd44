// Made by scripts/generate.ts; do not edit.
import type { Rule } from "../core/rule";
import { rule as backupCacheSnapshots } from "./backup/cache-snapshots";
import { rule as backupDatabaseRetention } from "./backup/database-retention";
import { rule as backupDatabaseSchedule } from "./backup/database-schedule";
import { rule as backupFinalSnapshot } from "./backup/final-snapshot";
import { rule as containersCapabilities } from "./containers/capabilities";
import { rule as containersHostNamespaces } from "./containers/host-namespaces";
import { rule as containersHostPaths } from "./containers/host-paths";
import { rule as containersNamespaceStandard } from "./containers/namespace-standard";
import { rule as containersNonPrivileged } from "./containers/non-privileged";
import { rule as containersNonRoot } from "./containers/non-root";
import { rule as containersPrivilegeEscalation } from "./containers/privilege-escalation";
import { rule as containersReadOnlyRoot } from "./containers/read-only-root";
import { rule as containersSeccomp } from "./containers/seccomp";
import { rule as encryptionAtRestBucket } from "./encryption-at-rest/bucket";
import { rule as encryptionAtRestCache } from "./encryption-at-rest/cache";
import { rule as encryptionAtRestDatabase } from "./encryption-at-rest/database";
import { rule as encryptionAtRestQueue } from "./encryption-at-rest/queue";
import { rule as encryptionAtRestVolume } from "./encryption-at-rest/volume";
import { rule as encryptionInTransitBucket } from "./encryption-in-transit/bucket";
import { rule as encryptionInTransitCache } from "./encryption-in-transit/cache";
import { rule as encryptionInTransitCdn } from "./encryption-in-transit/cdn";
import { rule as encryptionInTransitDatabase } from "./encryption-in-transit/database";
import { rule as encryptionInTransitLoadBalancer } from "./encryption-in-transit/load-balancer";

/** Every rule of the pack. */
export const rules: readonly Rule[] = [
  backupCacheSnapshots,
  backupDatabaseRetention,
  backupDatabaseSchedule,
  backupFinalSnapshot,
  containersCapabilities,
  containersHostNamespaces,
  containersHostPaths,
  containersNamespaceStandard,
  containersNonPrivileged,
  containersNonRoot,
  containersPrivilegeEscalation,
  containersReadOnlyRoot,
  containersSeccomp,
  encryptionAtRestBucket,
  encryptionAtRestCache,
  encryptionAtRestDatabase,
  encryptionAtRestQueue,
  encryptionAtRestVolume,
  encryptionInTransitBucket,
  encryptionInTransitCache,
  encryptionInTransitCdn,
  encryptionInTransitDatabase,
  encryptionInTransitLoadBalancer,
];
