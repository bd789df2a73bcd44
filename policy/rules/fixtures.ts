// Made by scripts/generate.ts; do not edit.
import type { Fixtures } from "../core/fixture";
import { fixtures as backupBucketVersioning } from "./backup/bucket-versioning.fixtures";
import { fixtures as backupCacheSnapshots } from "./backup/cache-snapshots.fixtures";
import { fixtures as backupDatabaseRetention } from "./backup/database-retention.fixtures";
import { fixtures as backupDatabaseSchedule } from "./backup/database-schedule.fixtures";
import { fixtures as backupFileSystem } from "./backup/file-system.fixtures";
import { fixtures as backupFinalSnapshot } from "./backup/final-snapshot.fixtures";
import { fixtures as backupGeoRedundancy } from "./backup/geo-redundancy.fixtures";
import { fixtures as backupPlanRetention } from "./backup/plan-retention.fixtures";
import { fixtures as backupPointInTime } from "./backup/point-in-time.fixtures";
import { fixtures as backupSoftDelete } from "./backup/soft-delete.fixtures";
import { fixtures as backupSqlDatabase } from "./backup/sql-database.fixtures";
import { fixtures as containersApparmor } from "./containers/apparmor.fixtures";
import { fixtures as containersCapabilities } from "./containers/capabilities.fixtures";
import { fixtures as containersDefaultNamespace } from "./containers/default-namespace.fixtures";
import { fixtures as containersHostNamespaces } from "./containers/host-namespaces.fixtures";
import { fixtures as containersHostPaths } from "./containers/host-paths.fixtures";
import { fixtures as containersHostPorts } from "./containers/host-ports.fixtures";
import { fixtures as containersHostProbes } from "./containers/host-probes.fixtures";
import { fixtures as containersHostProcess } from "./containers/host-process.fixtures";
import { fixtures as containersNamespaceStandard } from "./containers/namespace-standard.fixtures";
import { fixtures as containersNonPrivileged } from "./containers/non-privileged.fixtures";
import { fixtures as containersNonRoot } from "./containers/non-root.fixtures";
import { fixtures as containersNonRootUser } from "./containers/non-root-user.fixtures";
import { fixtures as containersPrivilegeEscalation } from "./containers/privilege-escalation.fixtures";
import { fixtures as containersProcMount } from "./containers/proc-mount.fixtures";
import { fixtures as containersReadOnlyRoot } from "./containers/read-only-root.fixtures";
import { fixtures as containersSeccomp } from "./containers/seccomp.fixtures";
import { fixtures as containersSelinux } from "./containers/selinux.fixtures";
import { fixtures as containersShareProcessNamespace } from "./containers/share-process-namespace.fixtures";
import { fixtures as containersSysctls } from "./containers/sysctls.fixtures";
import { fixtures as containersVolumeTypes } from "./containers/volume-types.fixtures";
import { fixtures as dataSafetyDeleteLock } from "./data-safety/delete-lock.fixtures";
import { fixtures as dataSafetyDeletionProtection } from "./data-safety/deletion-protection.fixtures";
import { fixtures as dataSafetyKeyDeletionWindow } from "./data-safety/key-deletion-window.fixtures";
import { fixtures as dataSafetyLoadBalancer } from "./data-safety/load-balancer.fixtures";
import { fixtures as dataSafetyNoForceDestroy } from "./data-safety/no-force-destroy.fixtures";
import { fixtures as dataSafetyProtect } from "./data-safety/protect.fixtures";
import { fixtures as dataSafetySecretRecovery } from "./data-safety/secret-recovery.fixtures";
import { fixtures as dataSafetyVolumeReclaim } from "./data-safety/volume-reclaim.fixtures";
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
import { fixtures as exposureAdminPorts } from "./exposure/admin-ports.fixtures";
import { fixtures as exposureBucketAccessBlock } from "./exposure/bucket-access-block.fixtures";
import { fixtures as exposureBucketGrants } from "./exposure/bucket-grants.fixtures";
import { fixtures as exposureBucketPublicAccess } from "./exposure/bucket-public-access.fixtures";
import { fixtures as exposureBucketUniformAccess } from "./exposure/bucket-uniform-access.fixtures";
import { fixtures as exposureCache } from "./exposure/cache.fixtures";
import { fixtures as exposureClusterEndpoint } from "./exposure/cluster-endpoint.fixtures";
import { fixtures as exposureDataPorts } from "./exposure/data-ports.fixtures";
import { fixtures as exposureDatabase } from "./exposure/database.fixtures";
import { fixtures as exposureDatabaseFirewall } from "./exposure/database-firewall.fixtures";
import { fixtures as exposureDefaultSecurityGroup } from "./exposure/default-security-group.fixtures";
import { fixtures as exposureKeyVault } from "./exposure/key-vault.fixtures";
import { fixtures as exposureMachineAddress } from "./exposure/machine-address.fixtures";
import { fixtures as exposureMetadataService } from "./exposure/metadata-service.fixtures";
import { fixtures as exposureNetworkAcl } from "./exposure/network-acl.fixtures";
import { fixtures as exposureNetworkPolicy } from "./exposure/network-policy.fixtures";
import { fixtures as exposureNodePort } from "./exposure/node-port.fixtures";
import { fixtures as exposureOpenIngress } from "./exposure/open-ingress.fixtures";
import { fixtures as exposureRegistry } from "./exposure/registry.fixtures";
import { fixtures as exposureResourcePolicy } from "./exposure/resource-policy.fixtures";
import { fixtures as exposureServiceLoadBalancer } from "./exposure/service-load-balancer.fixtures";
import { fixtures as exposureSnapshot } from "./exposure/snapshot.fixtures";
import { fixtures as exposureStorageNetwork } from "./exposure/storage-network.fixtures";
import { fixtures as exposureWaf } from "./exposure/waf.fixtures";

/** The fixtures of every rule, by its id. */
export const fixtures: Readonly<Record<string, Fixtures>> = {
  "backup-bucket-versioning": backupBucketVersioning,
  "backup-cache-snapshots": backupCacheSnapshots,
  "backup-database-retention": backupDatabaseRetention,
  "backup-database-schedule": backupDatabaseSchedule,
  "backup-file-system": backupFileSystem,
  "backup-final-snapshot": backupFinalSnapshot,
  "backup-geo-redundancy": backupGeoRedundancy,
  "backup-plan-retention": backupPlanRetention,
  "backup-point-in-time": backupPointInTime,
  "backup-soft-delete": backupSoftDelete,
  "backup-sql-database": backupSqlDatabase,
  "containers-apparmor": containersApparmor,
  "containers-capabilities": containersCapabilities,
  "containers-default-namespace": containersDefaultNamespace,
  "containers-host-namespaces": containersHostNamespaces,
  "containers-host-paths": containersHostPaths,
  "containers-host-ports": containersHostPorts,
  "containers-host-probes": containersHostProbes,
  "containers-host-process": containersHostProcess,
  "containers-namespace-standard": containersNamespaceStandard,
  "containers-non-privileged": containersNonPrivileged,
  "containers-non-root": containersNonRoot,
  "containers-non-root-user": containersNonRootUser,
  "containers-privilege-escalation": containersPrivilegeEscalation,
  "containers-proc-mount": containersProcMount,
  "containers-read-only-root": containersReadOnlyRoot,
  "containers-seccomp": containersSeccomp,
  "containers-selinux": containersSelinux,
  "containers-share-process-namespace": containersShareProcessNamespace,
  "containers-sysctls": containersSysctls,
  "containers-volume-types": containersVolumeTypes,
  "data-safety-delete-lock": dataSafetyDeleteLock,
  "data-safety-deletion-protection": dataSafetyDeletionProtection,
  "data-safety-key-deletion-window": dataSafetyKeyDeletionWindow,
  "data-safety-load-balancer": dataSafetyLoadBalancer,
  "data-safety-no-force-destroy": dataSafetyNoForceDestroy,
  "data-safety-protect": dataSafetyProtect,
  "data-safety-secret-recovery": dataSafetySecretRecovery,
  "data-safety-volume-reclaim": dataSafetyVolumeReclaim,
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
  "exposure-admin-ports": exposureAdminPorts,
  "exposure-bucket-access-block": exposureBucketAccessBlock,
  "exposure-bucket-grants": exposureBucketGrants,
  "exposure-bucket-public-access": exposureBucketPublicAccess,
  "exposure-bucket-uniform-access": exposureBucketUniformAccess,
  "exposure-cache": exposureCache,
  "exposure-cluster-endpoint": exposureClusterEndpoint,
  "exposure-data-ports": exposureDataPorts,
  "exposure-database": exposureDatabase,
  "exposure-database-firewall": exposureDatabaseFirewall,
  "exposure-default-security-group": exposureDefaultSecurityGroup,
  "exposure-key-vault": exposureKeyVault,
  "exposure-machine-address": exposureMachineAddress,
  "exposure-metadata-service": exposureMetadataService,
  "exposure-network-acl": exposureNetworkAcl,
  "exposure-network-policy": exposureNetworkPolicy,
  "exposure-node-port": exposureNodePort,
  "exposure-open-ingress": exposureOpenIngress,
  "exposure-registry": exposureRegistry,
  "exposure-resource-policy": exposureResourcePolicy,
  "exposure-service-load-balancer": exposureServiceLoadBalancer,
  "exposure-snapshot": exposureSnapshot,
  "exposure-storage-network": exposureStorageNetwork,
  "exposure-waf": exposureWaf,
};
