// Made by tools/generate.ts; do not edit.
import type { Rule } from "../core/rule";
import { rule as availabilityCacheHa } from "./availability/cache-ha";
import { rule as availabilityDatabaseHa } from "./availability/database-ha";
import { rule as availabilityDisruptionBudget } from "./availability/disruption-budget";
import { rule as availabilityReplicas } from "./availability/replicas";
import { rule as availabilityRollout } from "./availability/rollout";
import { rule as availabilitySpread } from "./availability/spread";
import { rule as availabilityZones } from "./availability/zones";
import { rule as backupAfterDeletion } from "./backup/after-deletion";
import { rule as backupBucketVersioning } from "./backup/bucket-versioning";
import { rule as backupCacheFinalSnapshot } from "./backup/cache-final-snapshot";
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
import { rule as backupTable } from "./backup/table";
import { rule as backupVaultLock } from "./backup/vault-lock";
import { rule as containersApparmor } from "./containers/apparmor";
import { rule as containersCapabilities } from "./containers/capabilities";
import { rule as containersCapabilitiesRestricted } from "./containers/capabilities-restricted";
import { rule as containersDefaultNamespace } from "./containers/default-namespace";
import { rule as containersHostNamespaces } from "./containers/host-namespaces";
import { rule as containersHostPaths } from "./containers/host-paths";
import { rule as containersHostPorts } from "./containers/host-ports";
import { rule as containersHostProbes } from "./containers/host-probes";
import { rule as containersHostProcess } from "./containers/host-process";
import { rule as containersImagePinned } from "./containers/image-pinned";
import { rule as containersLimits } from "./containers/limits";
import { rule as containersNamespaceStandard } from "./containers/namespace-standard";
import { rule as containersNonPrivileged } from "./containers/non-privileged";
import { rule as containersNonRoot } from "./containers/non-root";
import { rule as containersNonRootUser } from "./containers/non-root-user";
import { rule as containersPrivilegeEscalation } from "./containers/privilege-escalation";
import { rule as containersProbes } from "./containers/probes";
import { rule as containersProcMount } from "./containers/proc-mount";
import { rule as containersProcMountRestricted } from "./containers/proc-mount-restricted";
import { rule as containersReadOnlyRoot } from "./containers/read-only-root";
import { rule as containersRequests } from "./containers/requests";
import { rule as containersSeccomp } from "./containers/seccomp";
import { rule as containersSeccompRestricted } from "./containers/seccomp-restricted";
import { rule as containersSecretInEnvironment } from "./containers/secret-in-environment";
import { rule as containersSelinux } from "./containers/selinux";
import { rule as containersShareProcessNamespace } from "./containers/share-process-namespace";
import { rule as containersSysctls } from "./containers/sysctls";
import { rule as containersVolumeTypes } from "./containers/volume-types";
import { rule as dataSafetyDeleteLock } from "./data-safety/delete-lock";
import { rule as dataSafetyDeletionProtection } from "./data-safety/deletion-protection";
import { rule as dataSafetyKeyDeletionWindow } from "./data-safety/key-deletion-window";
import { rule as dataSafetyLoadBalancer } from "./data-safety/load-balancer";
import { rule as dataSafetyMinorUpgrades } from "./data-safety/minor-upgrades";
import { rule as dataSafetyNoForceDestroy } from "./data-safety/no-force-destroy";
import { rule as dataSafetyProtect } from "./data-safety/protect";
import { rule as dataSafetySecretRecovery } from "./data-safety/secret-recovery";
import { rule as dataSafetyStorageAutogrow } from "./data-safety/storage-autogrow";
import { rule as dataSafetyVolumeReclaim } from "./data-safety/volume-reclaim";
import { rule as encryptionAtRestBackupVault } from "./encryption-at-rest/backup-vault";
import { rule as encryptionAtRestBucket } from "./encryption-at-rest/bucket";
import { rule as encryptionAtRestCache } from "./encryption-at-rest/cache";
import { rule as encryptionAtRestClusterSecrets } from "./encryption-at-rest/cluster-secrets";
import { rule as encryptionAtRestCustomerKey } from "./encryption-at-rest/customer-key";
import { rule as encryptionAtRestDatabase } from "./encryption-at-rest/database";
import { rule as encryptionAtRestKeyRotation } from "./encryption-at-rest/key-rotation";
import { rule as encryptionAtRestMachineDisk } from "./encryption-at-rest/machine-disk";
import { rule as encryptionAtRestQueue } from "./encryption-at-rest/queue";
import { rule as encryptionAtRestSearch } from "./encryption-at-rest/search";
import { rule as encryptionAtRestSqlDatabase } from "./encryption-at-rest/sql-database";
import { rule as encryptionAtRestVolume } from "./encryption-at-rest/volume";
import { rule as encryptionInTransitApp } from "./encryption-in-transit/app";
import { rule as encryptionInTransitBroker } from "./encryption-in-transit/broker";
import { rule as encryptionInTransitBucket } from "./encryption-in-transit/bucket";
import { rule as encryptionInTransitCache } from "./encryption-in-transit/cache";
import { rule as encryptionInTransitCdn } from "./encryption-in-transit/cdn";
import { rule as encryptionInTransitCertificateRotation } from "./encryption-in-transit/certificate-rotation";
import { rule as encryptionInTransitDatabase } from "./encryption-in-transit/database";
import { rule as encryptionInTransitFileSystem } from "./encryption-in-transit/file-system";
import { rule as encryptionInTransitHttpRedirect } from "./encryption-in-transit/http-redirect";
import { rule as encryptionInTransitHttpsProxy } from "./encryption-in-transit/https-proxy";
import { rule as encryptionInTransitLoadBalancer } from "./encryption-in-transit/load-balancer";
import { rule as encryptionInTransitSearch } from "./encryption-in-transit/search";
import { rule as encryptionInTransitStorageAccount } from "./encryption-in-transit/storage-account";
import { rule as encryptionInTransitTlsFloor } from "./encryption-in-transit/tls-floor";
import { rule as exposureAdminPorts } from "./exposure/admin-ports";
import { rule as exposureAppAccess } from "./exposure/app-access";
import { rule as exposureBroker } from "./exposure/broker";
import { rule as exposureBucketAccessBlock } from "./exposure/bucket-access-block";
import { rule as exposureBucketGrants } from "./exposure/bucket-grants";
import { rule as exposureBucketPublicAccess } from "./exposure/bucket-public-access";
import { rule as exposureBucketUniformAccess } from "./exposure/bucket-uniform-access";
import { rule as exposureCache } from "./exposure/cache";
import { rule as exposureClusterEndpoint } from "./exposure/cluster-endpoint";
import { rule as exposureClusterNodes } from "./exposure/cluster-nodes";
import { rule as exposureDataPorts } from "./exposure/data-ports";
import { rule as exposureDatabase } from "./exposure/database";
import { rule as exposureDatabaseFirewall } from "./exposure/database-firewall";
import { rule as exposureDefaultNetwork } from "./exposure/default-network";
import { rule as exposureDefaultSecurityGroup } from "./exposure/default-security-group";
import { rule as exposureDiskExport } from "./exposure/disk-export";
import { rule as exposureFunctionUrl } from "./exposure/function-url";
import { rule as exposureKeyVault } from "./exposure/key-vault";
import { rule as exposureMachineAddress } from "./exposure/machine-address";
import { rule as exposureMetadataService } from "./exposure/metadata-service";
import { rule as exposureNetworkAcl } from "./exposure/network-acl";
import { rule as exposureNetworkPolicy } from "./exposure/network-policy";
import { rule as exposureNodePort } from "./exposure/node-port";
import { rule as exposureNotebook } from "./exposure/notebook";
import { rule as exposureOpenIngress } from "./exposure/open-ingress";
import { rule as exposurePlatformNetwork } from "./exposure/platform-network";
import { rule as exposureRegistry } from "./exposure/registry";
import { rule as exposureRegistryNetwork } from "./exposure/registry-network";
import { rule as exposureResourcePolicy } from "./exposure/resource-policy";
import { rule as exposureSearch } from "./exposure/search";
import { rule as exposureSerialPort } from "./exposure/serial-port";
import { rule as exposureServiceIngress } from "./exposure/service-ingress";
import { rule as exposureServiceLoadBalancer } from "./exposure/service-load-balancer";
import { rule as exposureSnapshot } from "./exposure/snapshot";
import { rule as exposureStorageNetwork } from "./exposure/storage-network";
import { rule as exposureTaskAddress } from "./exposure/task-address";
import { rule as exposureWaf } from "./exposure/waf";
import { rule as governanceBucketLifecycle } from "./governance/bucket-lifecycle";
import { rule as governanceBudget } from "./governance/budget";
import { rule as governanceEngineVersion } from "./governance/engine-version";
import { rule as governanceImageImmutability } from "./governance/image-immutability";
import { rule as governanceRegions } from "./governance/regions";
import { rule as governanceRegistryCleanup } from "./governance/registry-cleanup";
import { rule as governanceTags } from "./governance/tags";
import { rule as identityAdminPolicy } from "./identity/admin-policy";
import { rule as identityAnonymousBindings } from "./identity/anonymous-bindings";
import { rule as identityCacheAuth } from "./identity/cache-auth";
import { rule as identityClusterRbac } from "./identity/cluster-rbac";
import { rule as identityCustomRoles } from "./identity/custom-roles";
import { rule as identityDefaultServiceAccount } from "./identity/default-service-account";
import { rule as identityEscalation } from "./identity/escalation";
import { rule as identityKeyVaultRbac } from "./identity/key-vault-rbac";
import { rule as identityLocalAccounts } from "./identity/local-accounts";
import { rule as identityMasters } from "./identity/masters";
import { rule as identityPasswordPolicy } from "./identity/password-policy";
import { rule as identityPolicyDocument } from "./identity/policy-document";
import { rule as identityPrivilegeGrants } from "./identity/privilege-grants";
import { rule as identityRbacCertificates } from "./identity/rbac-certificates";
import { rule as identityRbacExec } from "./identity/rbac-exec";
import { rule as identityRbacNamespaces } from "./identity/rbac-namespaces";
import { rule as identityRbacNodes } from "./identity/rbac-nodes";
import { rule as identityRbacSecrets } from "./identity/rbac-secrets";
import { rule as identityRbacTokens } from "./identity/rbac-tokens";
import { rule as identityRbacVolumes } from "./identity/rbac-volumes";
import { rule as identityRbacWebhooks } from "./identity/rbac-webhooks";
import { rule as identityRbacWorkloads } from "./identity/rbac-workloads";
import { rule as identitySecretInUserData } from "./identity/secret-in-user-data";
import { rule as identityServiceAccountRoles } from "./identity/service-account-roles";
import { rule as identityServiceAccountToken } from "./identity/service-account-token";
import { rule as identityStaticKeys } from "./identity/static-keys";
import { rule as identityTrust } from "./identity/trust";
import { rule as identityUserPolicies } from "./identity/user-policies";
import { rule as identityWildcardActions } from "./identity/wildcard-actions";
import { rule as loggingAuditTrail } from "./logging/audit-trail";
import { rule as loggingBucket } from "./logging/bucket";
import { rule as loggingCdn } from "./logging/cdn";
import { rule as loggingCluster } from "./logging/cluster";
import { rule as loggingClusterInsights } from "./logging/cluster-insights";
import { rule as loggingContainers } from "./logging/containers";
import { rule as loggingDatabase } from "./logging/database";
import { rule as loggingDatabaseInsights } from "./logging/database-insights";
import { rule as loggingExec } from "./logging/exec";
import { rule as loggingFirewall } from "./logging/firewall";
import { rule as loggingLoadBalancer } from "./logging/load-balancer";
import { rule as loggingNetworkFlow } from "./logging/network-flow";
import { rule as loggingRegistryScan } from "./logging/registry-scan";
import { rule as loggingRetention } from "./logging/retention";

/** Every rule of the pack. */
export const rules: readonly Rule[] = [
  availabilityCacheHa,
  availabilityDatabaseHa,
  availabilityDisruptionBudget,
  availabilityReplicas,
  availabilityRollout,
  availabilitySpread,
  availabilityZones,
  backupAfterDeletion,
  backupBucketVersioning,
  backupCacheFinalSnapshot,
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
  backupTable,
  backupVaultLock,
  containersApparmor,
  containersCapabilities,
  containersCapabilitiesRestricted,
  containersDefaultNamespace,
  containersHostNamespaces,
  containersHostPaths,
  containersHostPorts,
  containersHostProbes,
  containersHostProcess,
  containersImagePinned,
  containersLimits,
  containersNamespaceStandard,
  containersNonPrivileged,
  containersNonRoot,
  containersNonRootUser,
  containersPrivilegeEscalation,
  containersProbes,
  containersProcMount,
  containersProcMountRestricted,
  containersReadOnlyRoot,
  containersRequests,
  containersSeccomp,
  containersSeccompRestricted,
  containersSecretInEnvironment,
  containersSelinux,
  containersShareProcessNamespace,
  containersSysctls,
  containersVolumeTypes,
  dataSafetyDeleteLock,
  dataSafetyDeletionProtection,
  dataSafetyKeyDeletionWindow,
  dataSafetyLoadBalancer,
  dataSafetyMinorUpgrades,
  dataSafetyNoForceDestroy,
  dataSafetyProtect,
  dataSafetySecretRecovery,
  dataSafetyStorageAutogrow,
  dataSafetyVolumeReclaim,
  encryptionAtRestBackupVault,
  encryptionAtRestBucket,
  encryptionAtRestCache,
  encryptionAtRestClusterSecrets,
  encryptionAtRestCustomerKey,
  encryptionAtRestDatabase,
  encryptionAtRestKeyRotation,
  encryptionAtRestMachineDisk,
  encryptionAtRestQueue,
  encryptionAtRestSearch,
  encryptionAtRestSqlDatabase,
  encryptionAtRestVolume,
  encryptionInTransitApp,
  encryptionInTransitBroker,
  encryptionInTransitBucket,
  encryptionInTransitCache,
  encryptionInTransitCdn,
  encryptionInTransitCertificateRotation,
  encryptionInTransitDatabase,
  encryptionInTransitFileSystem,
  encryptionInTransitHttpRedirect,
  encryptionInTransitHttpsProxy,
  encryptionInTransitLoadBalancer,
  encryptionInTransitSearch,
  encryptionInTransitStorageAccount,
  encryptionInTransitTlsFloor,
  exposureAdminPorts,
  exposureAppAccess,
  exposureBroker,
  exposureBucketAccessBlock,
  exposureBucketGrants,
  exposureBucketPublicAccess,
  exposureBucketUniformAccess,
  exposureCache,
  exposureClusterEndpoint,
  exposureClusterNodes,
  exposureDataPorts,
  exposureDatabase,
  exposureDatabaseFirewall,
  exposureDefaultNetwork,
  exposureDefaultSecurityGroup,
  exposureDiskExport,
  exposureFunctionUrl,
  exposureKeyVault,
  exposureMachineAddress,
  exposureMetadataService,
  exposureNetworkAcl,
  exposureNetworkPolicy,
  exposureNodePort,
  exposureNotebook,
  exposureOpenIngress,
  exposurePlatformNetwork,
  exposureRegistry,
  exposureRegistryNetwork,
  exposureResourcePolicy,
  exposureSearch,
  exposureSerialPort,
  exposureServiceIngress,
  exposureServiceLoadBalancer,
  exposureSnapshot,
  exposureStorageNetwork,
  exposureTaskAddress,
  exposureWaf,
  governanceBucketLifecycle,
  governanceBudget,
  governanceEngineVersion,
  governanceImageImmutability,
  governanceRegions,
  governanceRegistryCleanup,
  governanceTags,
  identityAdminPolicy,
  identityAnonymousBindings,
  identityCacheAuth,
  identityClusterRbac,
  identityCustomRoles,
  identityDefaultServiceAccount,
  identityEscalation,
  identityKeyVaultRbac,
  identityLocalAccounts,
  identityMasters,
  identityPasswordPolicy,
  identityPolicyDocument,
  identityPrivilegeGrants,
  identityRbacCertificates,
  identityRbacExec,
  identityRbacNamespaces,
  identityRbacNodes,
  identityRbacSecrets,
  identityRbacTokens,
  identityRbacVolumes,
  identityRbacWebhooks,
  identityRbacWorkloads,
  identitySecretInUserData,
  identityServiceAccountRoles,
  identityServiceAccountToken,
  identityStaticKeys,
  identityTrust,
  identityUserPolicies,
  identityWildcardActions,
  loggingAuditTrail,
  loggingBucket,
  loggingCdn,
  loggingCluster,
  loggingClusterInsights,
  loggingContainers,
  loggingDatabase,
  loggingDatabaseInsights,
  loggingExec,
  loggingFirewall,
  loggingLoadBalancer,
  loggingNetworkFlow,
  loggingRegistryScan,
  loggingRetention,
];
