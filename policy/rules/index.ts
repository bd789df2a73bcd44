// Made by scripts/generate.ts; do not edit.
import type { Rule } from "../core/rule";
import { rule as backupBucketVersioning } from "./backup/bucket-versioning";
import { rule as backupCacheSnapshots } from "./backup/cache-snapshots";
import { rule as backupDatabaseRetention } from "./backup/database-retention";
import { rule as backupDatabaseSchedule } from "./backup/database-schedule";
import { rule as backupFileSystem } from "./backup/file-system";
import { rule as backupFinalSnapshot } from "./backup/final-snapshot";
import { rule as backupGeoRedundancy } from "./backup/geo-redundancy";
import { rule as backupPlanRetention } from "./backup/plan-retention";
import { rule as backupPointInTime } from "./backup/point-in-time";
import { rule as backupSoftDelete } from "./backup/soft-delete";
import { rule as backupSqlDatabase } from "./backup/sql-database";
import { rule as containersApparmor } from "./containers/apparmor";
import { rule as containersCapabilities } from "./containers/capabilities";
import { rule as containersDefaultNamespace } from "./containers/default-namespace";
import { rule as containersHostNamespaces } from "./containers/host-namespaces";
import { rule as containersHostPaths } from "./containers/host-paths";
import { rule as containersHostPorts } from "./containers/host-ports";
import { rule as containersHostProbes } from "./containers/host-probes";
import { rule as containersHostProcess } from "./containers/host-process";
import { rule as containersNamespaceStandard } from "./containers/namespace-standard";
import { rule as containersNonPrivileged } from "./containers/non-privileged";
import { rule as containersNonRoot } from "./containers/non-root";
import { rule as containersNonRootUser } from "./containers/non-root-user";
import { rule as containersPrivilegeEscalation } from "./containers/privilege-escalation";
import { rule as containersProcMount } from "./containers/proc-mount";
import { rule as containersReadOnlyRoot } from "./containers/read-only-root";
import { rule as containersSeccomp } from "./containers/seccomp";
import { rule as containersSelinux } from "./containers/selinux";
import { rule as containersShareProcessNamespace } from "./containers/share-process-namespace";
import { rule as containersSysctls } from "./containers/sysctls";
import { rule as containersVolumeTypes } from "./containers/volume-types";
import { rule as dataSafetyDeleteLock } from "./data-safety/delete-lock";
import { rule as dataSafetyDeletionProtection } from "./data-safety/deletion-protection";
import { rule as dataSafetyKeyDeletionWindow } from "./data-safety/key-deletion-window";
import { rule as dataSafetyLoadBalancer } from "./data-safety/load-balancer";
import { rule as dataSafetyNoForceDestroy } from "./data-safety/no-force-destroy";
import { rule as dataSafetyProtect } from "./data-safety/protect";
import { rule as dataSafetySecretRecovery } from "./data-safety/secret-recovery";
import { rule as dataSafetyVolumeReclaim } from "./data-safety/volume-reclaim";
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
import { rule as exposureAdminPorts } from "./exposure/admin-ports";
import { rule as exposureBucketAccessBlock } from "./exposure/bucket-access-block";
import { rule as exposureBucketGrants } from "./exposure/bucket-grants";
import { rule as exposureBucketPublicAccess } from "./exposure/bucket-public-access";
import { rule as exposureBucketUniformAccess } from "./exposure/bucket-uniform-access";
import { rule as exposureCache } from "./exposure/cache";
import { rule as exposureClusterEndpoint } from "./exposure/cluster-endpoint";
import { rule as exposureDataPorts } from "./exposure/data-ports";
import { rule as exposureDatabase } from "./exposure/database";
import { rule as exposureDatabaseFirewall } from "./exposure/database-firewall";
import { rule as exposureDefaultSecurityGroup } from "./exposure/default-security-group";
import { rule as exposureKeyVault } from "./exposure/key-vault";
import { rule as exposureMachineAddress } from "./exposure/machine-address";
import { rule as exposureMetadataService } from "./exposure/metadata-service";
import { rule as exposureNetworkAcl } from "./exposure/network-acl";
import { rule as exposureNetworkPolicy } from "./exposure/network-policy";
import { rule as exposureNodePort } from "./exposure/node-port";
import { rule as exposureOpenIngress } from "./exposure/open-ingress";
import { rule as exposureRegistry } from "./exposure/registry";
import { rule as exposureResourcePolicy } from "./exposure/resource-policy";
import { rule as exposureServiceLoadBalancer } from "./exposure/service-load-balancer";
import { rule as exposureSnapshot } from "./exposure/snapshot";
import { rule as exposureStorageNetwork } from "./exposure/storage-network";
import { rule as exposureWaf } from "./exposure/waf";

/** Every rule of the pack. */
export const rules: readonly Rule[] = [
  backupBucketVersioning,
  backupCacheSnapshots,
  backupDatabaseRetention,
  backupDatabaseSchedule,
  backupFileSystem,
  backupFinalSnapshot,
  backupGeoRedundancy,
  backupPlanRetention,
  backupPointInTime,
  backupSoftDelete,
  backupSqlDatabase,
  containersApparmor,
  containersCapabilities,
  containersDefaultNamespace,
  containersHostNamespaces,
  containersHostPaths,
  containersHostPorts,
  containersHostProbes,
  containersHostProcess,
  containersNamespaceStandard,
  containersNonPrivileged,
  containersNonRoot,
  containersNonRootUser,
  containersPrivilegeEscalation,
  containersProcMount,
  containersReadOnlyRoot,
  containersSeccomp,
  containersSelinux,
  containersShareProcessNamespace,
  containersSysctls,
  containersVolumeTypes,
  dataSafetyDeleteLock,
  dataSafetyDeletionProtection,
  dataSafetyKeyDeletionWindow,
  dataSafetyLoadBalancer,
  dataSafetyNoForceDestroy,
  dataSafetyProtect,
  dataSafetySecretRecovery,
  dataSafetyVolumeReclaim,
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
  exposureAdminPorts,
  exposureBucketAccessBlock,
  exposureBucketGrants,
  exposureBucketPublicAccess,
  exposureBucketUniformAccess,
  exposureCache,
  exposureClusterEndpoint,
  exposureDataPorts,
  exposureDatabase,
  exposureDatabaseFirewall,
  exposureDefaultSecurityGroup,
  exposureKeyVault,
  exposureMachineAddress,
  exposureMetadataService,
  exposureNetworkAcl,
  exposureNetworkPolicy,
  exposureNodePort,
  exposureOpenIngress,
  exposureRegistry,
  exposureResourcePolicy,
  exposureServiceLoadBalancer,
  exposureSnapshot,
  exposureStorageNetwork,
  exposureWaf,
];
