// Made by tools/generate.ts; do not edit.
import type { Fixtures } from "../core/fixture";
import { fixtures as availabilityCacheHa } from "./availability/cache-ha.fixtures";
import { fixtures as availabilityDatabaseHa } from "./availability/database-ha.fixtures";
import { fixtures as availabilityDisruptionBudget } from "./availability/disruption-budget.fixtures";
import { fixtures as availabilityReplicas } from "./availability/replicas.fixtures";
import { fixtures as availabilityRollout } from "./availability/rollout.fixtures";
import { fixtures as availabilitySpread } from "./availability/spread.fixtures";
import { fixtures as availabilityZones } from "./availability/zones.fixtures";
import { fixtures as backupAfterDeletion } from "./backup/after-deletion.fixtures";
import { fixtures as backupBucketVersioning } from "./backup/bucket-versioning.fixtures";
import { fixtures as backupCacheFinalSnapshot } from "./backup/cache-final-snapshot.fixtures";
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
import { fixtures as backupTable } from "./backup/table.fixtures";
import { fixtures as backupVaultLock } from "./backup/vault-lock.fixtures";
import { fixtures as containersApparmor } from "./containers/apparmor.fixtures";
import { fixtures as containersCapabilities } from "./containers/capabilities.fixtures";
import { fixtures as containersCapabilitiesRestricted } from "./containers/capabilities-restricted.fixtures";
import { fixtures as containersDefaultNamespace } from "./containers/default-namespace.fixtures";
import { fixtures as containersHostNamespaces } from "./containers/host-namespaces.fixtures";
import { fixtures as containersHostPaths } from "./containers/host-paths.fixtures";
import { fixtures as containersHostPorts } from "./containers/host-ports.fixtures";
import { fixtures as containersHostProbes } from "./containers/host-probes.fixtures";
import { fixtures as containersHostProcess } from "./containers/host-process.fixtures";
import { fixtures as containersImagePinned } from "./containers/image-pinned.fixtures";
import { fixtures as containersLimits } from "./containers/limits.fixtures";
import { fixtures as containersNamespaceStandard } from "./containers/namespace-standard.fixtures";
import { fixtures as containersNonPrivileged } from "./containers/non-privileged.fixtures";
import { fixtures as containersNonRoot } from "./containers/non-root.fixtures";
import { fixtures as containersNonRootUser } from "./containers/non-root-user.fixtures";
import { fixtures as containersPrivilegeEscalation } from "./containers/privilege-escalation.fixtures";
import { fixtures as containersProbes } from "./containers/probes.fixtures";
import { fixtures as containersProcMount } from "./containers/proc-mount.fixtures";
import { fixtures as containersProcMountRestricted } from "./containers/proc-mount-restricted.fixtures";
import { fixtures as containersReadOnlyRoot } from "./containers/read-only-root.fixtures";
import { fixtures as containersRequests } from "./containers/requests.fixtures";
import { fixtures as containersSeccomp } from "./containers/seccomp.fixtures";
import { fixtures as containersSeccompRestricted } from "./containers/seccomp-restricted.fixtures";
import { fixtures as containersSecretInEnvironment } from "./containers/secret-in-environment.fixtures";
import { fixtures as containersSelinux } from "./containers/selinux.fixtures";
import { fixtures as containersShareProcessNamespace } from "./containers/share-process-namespace.fixtures";
import { fixtures as containersSysctls } from "./containers/sysctls.fixtures";
import { fixtures as containersVolumeTypes } from "./containers/volume-types.fixtures";
import { fixtures as dataSafetyDeleteLock } from "./data-safety/delete-lock.fixtures";
import { fixtures as dataSafetyDeletionProtection } from "./data-safety/deletion-protection.fixtures";
import { fixtures as dataSafetyKeyDeletionWindow } from "./data-safety/key-deletion-window.fixtures";
import { fixtures as dataSafetyLoadBalancer } from "./data-safety/load-balancer.fixtures";
import { fixtures as dataSafetyMinorUpgrades } from "./data-safety/minor-upgrades.fixtures";
import { fixtures as dataSafetyNoForceDestroy } from "./data-safety/no-force-destroy.fixtures";
import { fixtures as dataSafetyProtect } from "./data-safety/protect.fixtures";
import { fixtures as dataSafetySecretRecovery } from "./data-safety/secret-recovery.fixtures";
import { fixtures as dataSafetyStorageAutogrow } from "./data-safety/storage-autogrow.fixtures";
import { fixtures as dataSafetyVolumeReclaim } from "./data-safety/volume-reclaim.fixtures";
import { fixtures as encryptionAtRestBackupVault } from "./encryption-at-rest/backup-vault.fixtures";
import { fixtures as encryptionAtRestBucket } from "./encryption-at-rest/bucket.fixtures";
import { fixtures as encryptionAtRestCache } from "./encryption-at-rest/cache.fixtures";
import { fixtures as encryptionAtRestClusterSecrets } from "./encryption-at-rest/cluster-secrets.fixtures";
import { fixtures as encryptionAtRestCustomerKey } from "./encryption-at-rest/customer-key.fixtures";
import { fixtures as encryptionAtRestDatabase } from "./encryption-at-rest/database.fixtures";
import { fixtures as encryptionAtRestKeyRotation } from "./encryption-at-rest/key-rotation.fixtures";
import { fixtures as encryptionAtRestMachineDisk } from "./encryption-at-rest/machine-disk.fixtures";
import { fixtures as encryptionAtRestQueue } from "./encryption-at-rest/queue.fixtures";
import { fixtures as encryptionAtRestSearch } from "./encryption-at-rest/search.fixtures";
import { fixtures as encryptionAtRestSqlDatabase } from "./encryption-at-rest/sql-database.fixtures";
import { fixtures as encryptionAtRestVolume } from "./encryption-at-rest/volume.fixtures";
import { fixtures as encryptionInTransitApp } from "./encryption-in-transit/app.fixtures";
import { fixtures as encryptionInTransitBroker } from "./encryption-in-transit/broker.fixtures";
import { fixtures as encryptionInTransitBucket } from "./encryption-in-transit/bucket.fixtures";
import { fixtures as encryptionInTransitCache } from "./encryption-in-transit/cache.fixtures";
import { fixtures as encryptionInTransitCdn } from "./encryption-in-transit/cdn.fixtures";
import { fixtures as encryptionInTransitCertificateRotation } from "./encryption-in-transit/certificate-rotation.fixtures";
import { fixtures as encryptionInTransitDatabase } from "./encryption-in-transit/database.fixtures";
import { fixtures as encryptionInTransitFileSystem } from "./encryption-in-transit/file-system.fixtures";
import { fixtures as encryptionInTransitHttpRedirect } from "./encryption-in-transit/http-redirect.fixtures";
import { fixtures as encryptionInTransitHttpsProxy } from "./encryption-in-transit/https-proxy.fixtures";
import { fixtures as encryptionInTransitLoadBalancer } from "./encryption-in-transit/load-balancer.fixtures";
import { fixtures as encryptionInTransitSearch } from "./encryption-in-transit/search.fixtures";
import { fixtures as encryptionInTransitStorageAccount } from "./encryption-in-transit/storage-account.fixtures";
import { fixtures as encryptionInTransitTlsFloor } from "./encryption-in-transit/tls-floor.fixtures";
import { fixtures as exposureAdminPorts } from "./exposure/admin-ports.fixtures";
import { fixtures as exposureAppAccess } from "./exposure/app-access.fixtures";
import { fixtures as exposureBroker } from "./exposure/broker.fixtures";
import { fixtures as exposureBucketAccessBlock } from "./exposure/bucket-access-block.fixtures";
import { fixtures as exposureBucketGrants } from "./exposure/bucket-grants.fixtures";
import { fixtures as exposureBucketPublicAccess } from "./exposure/bucket-public-access.fixtures";
import { fixtures as exposureBucketUniformAccess } from "./exposure/bucket-uniform-access.fixtures";
import { fixtures as exposureCache } from "./exposure/cache.fixtures";
import { fixtures as exposureClusterEndpoint } from "./exposure/cluster-endpoint.fixtures";
import { fixtures as exposureClusterNodes } from "./exposure/cluster-nodes.fixtures";
import { fixtures as exposureDataPorts } from "./exposure/data-ports.fixtures";
import { fixtures as exposureDatabase } from "./exposure/database.fixtures";
import { fixtures as exposureDatabaseFirewall } from "./exposure/database-firewall.fixtures";
import { fixtures as exposureDefaultNetwork } from "./exposure/default-network.fixtures";
import { fixtures as exposureDefaultSecurityGroup } from "./exposure/default-security-group.fixtures";
import { fixtures as exposureDiskExport } from "./exposure/disk-export.fixtures";
import { fixtures as exposureFunctionUrl } from "./exposure/function-url.fixtures";
import { fixtures as exposureKeyVault } from "./exposure/key-vault.fixtures";
import { fixtures as exposureMachineAddress } from "./exposure/machine-address.fixtures";
import { fixtures as exposureMetadataService } from "./exposure/metadata-service.fixtures";
import { fixtures as exposureNetworkAcl } from "./exposure/network-acl.fixtures";
import { fixtures as exposureNetworkPolicy } from "./exposure/network-policy.fixtures";
import { fixtures as exposureNodePort } from "./exposure/node-port.fixtures";
import { fixtures as exposureNotebook } from "./exposure/notebook.fixtures";
import { fixtures as exposureOpenIngress } from "./exposure/open-ingress.fixtures";
import { fixtures as exposurePlatformNetwork } from "./exposure/platform-network.fixtures";
import { fixtures as exposureRegistry } from "./exposure/registry.fixtures";
import { fixtures as exposureRegistryNetwork } from "./exposure/registry-network.fixtures";
import { fixtures as exposureResourcePolicy } from "./exposure/resource-policy.fixtures";
import { fixtures as exposureSearch } from "./exposure/search.fixtures";
import { fixtures as exposureSerialPort } from "./exposure/serial-port.fixtures";
import { fixtures as exposureServiceIngress } from "./exposure/service-ingress.fixtures";
import { fixtures as exposureServiceLoadBalancer } from "./exposure/service-load-balancer.fixtures";
import { fixtures as exposureSnapshot } from "./exposure/snapshot.fixtures";
import { fixtures as exposureStorageNetwork } from "./exposure/storage-network.fixtures";
import { fixtures as exposureTaskAddress } from "./exposure/task-address.fixtures";
import { fixtures as exposureWaf } from "./exposure/waf.fixtures";
import { fixtures as governanceBucketLifecycle } from "./governance/bucket-lifecycle.fixtures";
import { fixtures as governanceBudget } from "./governance/budget.fixtures";
import { fixtures as governanceEngineVersion } from "./governance/engine-version.fixtures";
import { fixtures as governanceImageImmutability } from "./governance/image-immutability.fixtures";
import { fixtures as governanceRegions } from "./governance/regions.fixtures";
import { fixtures as governanceRegistryCleanup } from "./governance/registry-cleanup.fixtures";
import { fixtures as governanceTags } from "./governance/tags.fixtures";
import { fixtures as identityAdminPolicy } from "./identity/admin-policy.fixtures";
import { fixtures as identityAnonymousBindings } from "./identity/anonymous-bindings.fixtures";
import { fixtures as identityCacheAuth } from "./identity/cache-auth.fixtures";
import { fixtures as identityClusterRbac } from "./identity/cluster-rbac.fixtures";
import { fixtures as identityCustomRoles } from "./identity/custom-roles.fixtures";
import { fixtures as identityDefaultServiceAccount } from "./identity/default-service-account.fixtures";
import { fixtures as identityEscalation } from "./identity/escalation.fixtures";
import { fixtures as identityKeyVaultRbac } from "./identity/key-vault-rbac.fixtures";
import { fixtures as identityLocalAccounts } from "./identity/local-accounts.fixtures";
import { fixtures as identityMasters } from "./identity/masters.fixtures";
import { fixtures as identityPasswordPolicy } from "./identity/password-policy.fixtures";
import { fixtures as identityPolicyDocument } from "./identity/policy-document.fixtures";
import { fixtures as identityPrivilegeGrants } from "./identity/privilege-grants.fixtures";
import { fixtures as identityRbacCertificates } from "./identity/rbac-certificates.fixtures";
import { fixtures as identityRbacExec } from "./identity/rbac-exec.fixtures";
import { fixtures as identityRbacNamespaces } from "./identity/rbac-namespaces.fixtures";
import { fixtures as identityRbacNodes } from "./identity/rbac-nodes.fixtures";
import { fixtures as identityRbacSecrets } from "./identity/rbac-secrets.fixtures";
import { fixtures as identityRbacTokens } from "./identity/rbac-tokens.fixtures";
import { fixtures as identityRbacVolumes } from "./identity/rbac-volumes.fixtures";
import { fixtures as identityRbacWebhooks } from "./identity/rbac-webhooks.fixtures";
import { fixtures as identityRbacWorkloads } from "./identity/rbac-workloads.fixtures";
import { fixtures as identitySecretInUserData } from "./identity/secret-in-user-data.fixtures";
import { fixtures as identityServiceAccountRoles } from "./identity/service-account-roles.fixtures";
import { fixtures as identityServiceAccountToken } from "./identity/service-account-token.fixtures";
import { fixtures as identityStaticKeys } from "./identity/static-keys.fixtures";
import { fixtures as identityTrust } from "./identity/trust.fixtures";
import { fixtures as identityUserPolicies } from "./identity/user-policies.fixtures";
import { fixtures as identityWildcardActions } from "./identity/wildcard-actions.fixtures";
import { fixtures as loggingAuditTrail } from "./logging/audit-trail.fixtures";
import { fixtures as loggingBucket } from "./logging/bucket.fixtures";
import { fixtures as loggingCdn } from "./logging/cdn.fixtures";
import { fixtures as loggingCluster } from "./logging/cluster.fixtures";
import { fixtures as loggingClusterInsights } from "./logging/cluster-insights.fixtures";
import { fixtures as loggingContainers } from "./logging/containers.fixtures";
import { fixtures as loggingDatabase } from "./logging/database.fixtures";
import { fixtures as loggingDatabaseInsights } from "./logging/database-insights.fixtures";
import { fixtures as loggingExec } from "./logging/exec.fixtures";
import { fixtures as loggingFirewall } from "./logging/firewall.fixtures";
import { fixtures as loggingLoadBalancer } from "./logging/load-balancer.fixtures";
import { fixtures as loggingNetworkFlow } from "./logging/network-flow.fixtures";
import { fixtures as loggingRegistryScan } from "./logging/registry-scan.fixtures";
import { fixtures as loggingRetention } from "./logging/retention.fixtures";

/** The fixtures of every rule, by its id. */
export const fixtures: Readonly<Record<string, Fixtures>> = {
  "availability-cache-ha": availabilityCacheHa,
  "availability-database-ha": availabilityDatabaseHa,
  "availability-disruption-budget": availabilityDisruptionBudget,
  "availability-replicas": availabilityReplicas,
  "availability-rollout": availabilityRollout,
  "availability-spread": availabilitySpread,
  "availability-zones": availabilityZones,
  "backup-after-deletion": backupAfterDeletion,
  "backup-bucket-versioning": backupBucketVersioning,
  "backup-cache-final-snapshot": backupCacheFinalSnapshot,
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
  "backup-table": backupTable,
  "backup-vault-lock": backupVaultLock,
  "containers-apparmor": containersApparmor,
  "containers-capabilities": containersCapabilities,
  "containers-capabilities-restricted": containersCapabilitiesRestricted,
  "containers-default-namespace": containersDefaultNamespace,
  "containers-host-namespaces": containersHostNamespaces,
  "containers-host-paths": containersHostPaths,
  "containers-host-ports": containersHostPorts,
  "containers-host-probes": containersHostProbes,
  "containers-host-process": containersHostProcess,
  "containers-image-pinned": containersImagePinned,
  "containers-limits": containersLimits,
  "containers-namespace-standard": containersNamespaceStandard,
  "containers-non-privileged": containersNonPrivileged,
  "containers-non-root": containersNonRoot,
  "containers-non-root-user": containersNonRootUser,
  "containers-privilege-escalation": containersPrivilegeEscalation,
  "containers-probes": containersProbes,
  "containers-proc-mount": containersProcMount,
  "containers-proc-mount-restricted": containersProcMountRestricted,
  "containers-read-only-root": containersReadOnlyRoot,
  "containers-requests": containersRequests,
  "containers-seccomp": containersSeccomp,
  "containers-seccomp-restricted": containersSeccompRestricted,
  "containers-secret-in-environment": containersSecretInEnvironment,
  "containers-selinux": containersSelinux,
  "containers-share-process-namespace": containersShareProcessNamespace,
  "containers-sysctls": containersSysctls,
  "containers-volume-types": containersVolumeTypes,
  "data-safety-delete-lock": dataSafetyDeleteLock,
  "data-safety-deletion-protection": dataSafetyDeletionProtection,
  "data-safety-key-deletion-window": dataSafetyKeyDeletionWindow,
  "data-safety-load-balancer": dataSafetyLoadBalancer,
  "data-safety-minor-upgrades": dataSafetyMinorUpgrades,
  "data-safety-no-force-destroy": dataSafetyNoForceDestroy,
  "data-safety-protect": dataSafetyProtect,
  "data-safety-secret-recovery": dataSafetySecretRecovery,
  "data-safety-storage-autogrow": dataSafetyStorageAutogrow,
  "data-safety-volume-reclaim": dataSafetyVolumeReclaim,
  "encryption-at-rest-backup-vault": encryptionAtRestBackupVault,
  "encryption-at-rest-bucket": encryptionAtRestBucket,
  "encryption-at-rest-cache": encryptionAtRestCache,
  "encryption-at-rest-cluster-secrets": encryptionAtRestClusterSecrets,
  "encryption-at-rest-customer-key": encryptionAtRestCustomerKey,
  "encryption-at-rest-database": encryptionAtRestDatabase,
  "encryption-at-rest-key-rotation": encryptionAtRestKeyRotation,
  "encryption-at-rest-machine-disk": encryptionAtRestMachineDisk,
  "encryption-at-rest-queue": encryptionAtRestQueue,
  "encryption-at-rest-search": encryptionAtRestSearch,
  "encryption-at-rest-sql-database": encryptionAtRestSqlDatabase,
  "encryption-at-rest-volume": encryptionAtRestVolume,
  "encryption-in-transit-app": encryptionInTransitApp,
  "encryption-in-transit-broker": encryptionInTransitBroker,
  "encryption-in-transit-bucket": encryptionInTransitBucket,
  "encryption-in-transit-cache": encryptionInTransitCache,
  "encryption-in-transit-cdn": encryptionInTransitCdn,
  "encryption-in-transit-certificate-rotation": encryptionInTransitCertificateRotation,
  "encryption-in-transit-database": encryptionInTransitDatabase,
  "encryption-in-transit-file-system": encryptionInTransitFileSystem,
  "encryption-in-transit-http-redirect": encryptionInTransitHttpRedirect,
  "encryption-in-transit-https-proxy": encryptionInTransitHttpsProxy,
  "encryption-in-transit-load-balancer": encryptionInTransitLoadBalancer,
  "encryption-in-transit-search": encryptionInTransitSearch,
  "encryption-in-transit-storage-account": encryptionInTransitStorageAccount,
  "encryption-in-transit-tls-floor": encryptionInTransitTlsFloor,
  "exposure-admin-ports": exposureAdminPorts,
  "exposure-app-access": exposureAppAccess,
  "exposure-broker": exposureBroker,
  "exposure-bucket-access-block": exposureBucketAccessBlock,
  "exposure-bucket-grants": exposureBucketGrants,
  "exposure-bucket-public-access": exposureBucketPublicAccess,
  "exposure-bucket-uniform-access": exposureBucketUniformAccess,
  "exposure-cache": exposureCache,
  "exposure-cluster-endpoint": exposureClusterEndpoint,
  "exposure-cluster-nodes": exposureClusterNodes,
  "exposure-data-ports": exposureDataPorts,
  "exposure-database": exposureDatabase,
  "exposure-database-firewall": exposureDatabaseFirewall,
  "exposure-default-network": exposureDefaultNetwork,
  "exposure-default-security-group": exposureDefaultSecurityGroup,
  "exposure-disk-export": exposureDiskExport,
  "exposure-function-url": exposureFunctionUrl,
  "exposure-key-vault": exposureKeyVault,
  "exposure-machine-address": exposureMachineAddress,
  "exposure-metadata-service": exposureMetadataService,
  "exposure-network-acl": exposureNetworkAcl,
  "exposure-network-policy": exposureNetworkPolicy,
  "exposure-node-port": exposureNodePort,
  "exposure-notebook": exposureNotebook,
  "exposure-open-ingress": exposureOpenIngress,
  "exposure-platform-network": exposurePlatformNetwork,
  "exposure-registry": exposureRegistry,
  "exposure-registry-network": exposureRegistryNetwork,
  "exposure-resource-policy": exposureResourcePolicy,
  "exposure-search": exposureSearch,
  "exposure-serial-port": exposureSerialPort,
  "exposure-service-ingress": exposureServiceIngress,
  "exposure-service-load-balancer": exposureServiceLoadBalancer,
  "exposure-snapshot": exposureSnapshot,
  "exposure-storage-network": exposureStorageNetwork,
  "exposure-task-address": exposureTaskAddress,
  "exposure-waf": exposureWaf,
  "governance-bucket-lifecycle": governanceBucketLifecycle,
  "governance-budget": governanceBudget,
  "governance-engine-version": governanceEngineVersion,
  "governance-image-immutability": governanceImageImmutability,
  "governance-regions": governanceRegions,
  "governance-registry-cleanup": governanceRegistryCleanup,
  "governance-tags": governanceTags,
  "identity-admin-policy": identityAdminPolicy,
  "identity-anonymous-bindings": identityAnonymousBindings,
  "identity-cache-auth": identityCacheAuth,
  "identity-cluster-rbac": identityClusterRbac,
  "identity-custom-roles": identityCustomRoles,
  "identity-default-service-account": identityDefaultServiceAccount,
  "identity-escalation": identityEscalation,
  "identity-key-vault-rbac": identityKeyVaultRbac,
  "identity-local-accounts": identityLocalAccounts,
  "identity-masters": identityMasters,
  "identity-password-policy": identityPasswordPolicy,
  "identity-policy-document": identityPolicyDocument,
  "identity-privilege-grants": identityPrivilegeGrants,
  "identity-rbac-certificates": identityRbacCertificates,
  "identity-rbac-exec": identityRbacExec,
  "identity-rbac-namespaces": identityRbacNamespaces,
  "identity-rbac-nodes": identityRbacNodes,
  "identity-rbac-secrets": identityRbacSecrets,
  "identity-rbac-tokens": identityRbacTokens,
  "identity-rbac-volumes": identityRbacVolumes,
  "identity-rbac-webhooks": identityRbacWebhooks,
  "identity-rbac-workloads": identityRbacWorkloads,
  "identity-secret-in-user-data": identitySecretInUserData,
  "identity-service-account-roles": identityServiceAccountRoles,
  "identity-service-account-token": identityServiceAccountToken,
  "identity-static-keys": identityStaticKeys,
  "identity-trust": identityTrust,
  "identity-user-policies": identityUserPolicies,
  "identity-wildcard-actions": identityWildcardActions,
  "logging-audit-trail": loggingAuditTrail,
  "logging-bucket": loggingBucket,
  "logging-cdn": loggingCdn,
  "logging-cluster": loggingCluster,
  "logging-cluster-insights": loggingClusterInsights,
  "logging-containers": loggingContainers,
  "logging-database": loggingDatabase,
  "logging-database-insights": loggingDatabaseInsights,
  "logging-exec": loggingExec,
  "logging-firewall": loggingFirewall,
  "logging-load-balancer": loggingLoadBalancer,
  "logging-network-flow": loggingNetworkFlow,
  "logging-registry-scan": loggingRegistryScan,
  "logging-retention": loggingRetention,
};
