import type { ReplaceForcing } from "./table";

const inGroup = (...properties: readonly string[]) => ["resourceGroupName", ...properties];

/**
 * Azure. What azure-native replaces: each part of the resource's path, `x-ms-mutability` with `create` and without `update`
 * in the API's description (seen as `visibility` in the models of azure-mgmt-postgresqlflexibleservers 3.0.0,
 * azure-mgmt-storage 25.3.0, azure-mgmt-keyvault 14.1.0, azure-mgmt-containerregistry 15.0.0 and azure-mgmt-appcontainers
 * 5.1.0, which are made from it), and the provider's own list (`provider/pkg/gen/replacement.go` of
 * pulumi/pulumi-azure-native). After them, under "refused", what Azure does not change, where an update would fail: doc
 * comments of the SDK 3.28.0, which are quoted, and the services' own pages. Read 2026-11-24.
 */
export const azure: ReplaceForcing = {
  "azure-native:resources:ResourceGroup": inGroup("location"),
  "azure-native:dbforpostgresql:Server": inGroup(
    "administratorLogin",
    "availabilityZone",
    "backup.geoRedundantBackup",
    "location",
    "pointInTimeUTC",
    "serverName",
    "sourceServerResourceId",
    // Refused: given at creation, whether the server is in a network and whose key encrypts it.
    "dataEncryption.type",
    "network.delegatedSubnetResourceId",
  ),
  "azure-native:dbforpostgresql:Database": inGroup("databaseName", "serverName", "charset", "collation"),
  "azure-native:redisenterprise:RedisEnterprise": inGroup("clusterName", "location", "zones"),
  "azure-native:redisenterprise:Database": inGroup(
    "clusterName",
    "databaseName",
    // Refused: "cannot be updated without deleting the database", "only … at creation time", "specified at create time".
    "clusteringPolicy",
    "modules",
    "port",
  ),
  "azure-native:storage:StorageAccount": inGroup(
    "accountName",
    "isHnsEnabled",
    "location",
    // Refused: another kind than by a one-way upgrade, and what "can only be set to true at the account creation time".
    "dnsEndpointType",
    "encryption.requireInfrastructureEncryption",
    "immutableStorageWithVersioning",
    "kind",
  ),
  "azure-native:storage:BlobContainer": inGroup("accountName", "containerName", "immutableStorageWithVersioning"),
  "azure-native:keyvault:Vault": inGroup(
    "location",
    "vaultName",
    // Refused: irreversible, or fixed with the vault.
    "properties.enablePurgeProtection",
    "properties.enableSoftDelete",
    "properties.softDeleteRetentionInDays",
    "properties.tenantId",
  ),
  // Refused of a key: what it is. ARM makes a key's first version and updates none.
  "azure-native:keyvault:Key": inGroup(
    "keyName",
    "vaultName",
    "properties.curveName",
    "properties.keySize",
    "properties.kty",
  ),
  "azure-native:keyvault:Secret": inGroup("secretName", "vaultName"),
  // Refused: "cannot be changed after the resource is created", and whose key encrypts it.
  "azure-native:containerregistry:Registry": inGroup("location", "registryName", "encryption.status", "zoneRedundancy"),
  "azure-native:operationalinsights:Workspace": inGroup("location", "workspaceName"),
  "azure-native:network:VirtualNetwork": inGroup("location", "virtualNetworkName"),
  // Refused: "can only be set at the time of subnet creation"; the provider itself replaces a subnet for its path only.
  "azure-native:network:Subnet": inGroup("subnetName", "virtualNetworkName", "defaultOutboundAccess"),
  "azure-native:dns:Zone": inGroup("zoneName"),
  "azure-native:managedidentity:UserAssignedIdentity": inGroup("location", "resourceName"),
  "azure-native:app:ManagedEnvironment": inGroup(
    "environmentName",
    "infrastructureResourceGroup",
    "location",
    "vnetConfiguration.dockerBridgeCidr",
    "vnetConfiguration.infrastructureSubnetId",
    "vnetConfiguration.internal",
    "vnetConfiguration.platformReservedCidr",
    "vnetConfiguration.platformReservedDnsIP",
    "zoneRedundant",
  ),
  "azure-native:app:ContainerApp": inGroup("containerAppName", "environmentId", "location", "managedEnvironmentId"),
};
