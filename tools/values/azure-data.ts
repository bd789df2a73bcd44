import { rowsOf } from "./rows";
import type { DocumentedValue } from "./value";

const learn = (page: string) => `Microsoft Learn, "${page}"`;
const rest = (page: string) => `Azure REST API reference, ${page}`;

/** AcrPull, Key Vault Secrets User and Crypto Service Encryption User, Storage Blob Data Reader and Contributor. */
const builtIn =
  /\/providers\/Microsoft\.Authorization\/roleDefinitions\/(7f951dda-4ed3-4680-a7ca-43fe172d538d|4633458b-17de-408a-b874-0445c86b69e6|e147488a-f6f5-4113-8e2d-b22465e65bf6|2a2b9908-6ea1-4ae2-8e65-a410df84e7d1|ba92f5b4-2d11-453d-a403-e96b0029c9fe)$/;

/** Network, registry, secrets, identity, database, Redis and buckets on Azure, where the SDK has bare text. */
export const azureDataValues: readonly DocumentedValue[] = [
  ...rowsOf("azure-native:dbforpostgresql:Server", learn("Compute options in Azure Database for PostgreSQL"), {
    "sku.name": ["Standard_B2s", "Standard_D2ds_v5", "Standard_D4ds_v5"],
  }),
  ...rowsOf("azure-native:dbforpostgresql:Server", rest("Azure Database for PostgreSQL, Servers, MaintenanceWindow"), {
    "maintenanceWindow.customWindow": ["Enabled"],
  }),
  ...rowsOf("azure-native:dbforpostgresql:Database", "PostgreSQL documentation, Character Set Support", {
    charset: ["UTF8"],
  }),
  ...rowsOf(
    "azure-native:dbforpostgresql:Configuration",
    learn("Server parameters in Azure Database for PostgreSQL; PgBouncer; Query Store"),
    {
      configurationName: [
        "log_min_duration_statement",
        "pg_qs.query_capture_mode",
        "pgbouncer.default_pool_size",
        "pgbouncer.enabled",
        "pgbouncer.max_prepared_statements",
        "pgbouncer.pool_mode",
        "pgms_wait_sampling.query_capture_mode",
        "require_secure_transport",
        "ssl_min_protocol_version",
      ],
      value: /^(\d+|TLSv1\.2|all|none|on|top|transaction|true)$/,
      source: ["user-override"],
    },
  ),
  ...rowsOf("azure-native:redisenterprise:Database", rest("Redis Enterprise, Databases"), {
    databaseName: ["default"],
  }),
  ...rowsOf("azure-native:privatedns:PrivateZone", learn("Azure Private Endpoint private DNS zone values"), {
    privateZoneName:
      /^(privatelink\.(blob\.core\.windows|redis\.azure|vaultcore\.azure)\.net|[a-z0-9-]+\.private\.postgres\.database\.azure\.com)$/,
    location: ["global"],
  }),
  ...rowsOf("azure-native:privatedns:VirtualNetworkLink", rest("Private DNS, Virtual Network Links"), {
    location: ["global"],
  }),
  ...rowsOf("azure-native:network:PrivateEndpoint", learn("What is a private endpoint?, Private-link resource"), {
    "privateLinkServiceConnections.*.groupIds.*": ["blob", "redisEnterprise", "vault"],
  }),
  ...rowsOf("azure-native:network:Subnet", learn("What is subnet delegation?"), {
    "delegations.*.serviceName": ["Microsoft.App/environments", "Microsoft.DBforPostgreSQL/flexibleServers"],
  }),
  ...rowsOf("azure-native:network:Subnet", learn("Virtual network service endpoints"), {
    "serviceEndpoints.*.service": ["Microsoft.Storage"],
  }),
  ...rowsOf("azure-native:network:NetworkSecurityGroup", learn("Virtual network service tags"), {
    "securityRules.*.destinationAddressPrefix": prefixOr(
      "AzureActiveDirectory|AzureContainerRegistry\\.[a-z0-9]+|AzureFrontDoor\\.FirstParty|AzureMonitor|AzurePlatformDNS|Internet|MicrosoftContainerRegistry|Storage(\\.[a-z0-9]+)?",
    ),
    "securityRules.*.sourceAddressPrefix": prefixOr("AzureLoadBalancer|VirtualNetwork"),
  }),
  ...rowsOf("azure-native:network:FlowLog", learn("What is Azure Network Watcher?: enable or disable"), {
    networkWatcherName: /^NetworkWatcher_[a-z0-9]+$/,
  }),
  ...rowsOf("azure-native:authorization:RoleAssignment", learn("Azure built-in roles"), { roleDefinitionId: builtIn }),
  ...rowsOf("azure-native:authorization:RoleAssignment", rest("Authorization, Role Assignments, Create"), {
    principalId: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  }),
  ...rowsOf("azure-native:keyvault:Vault", rest("Key Vault, Vaults, VaultProperties"), {
    "properties.publicNetworkAccess": ["Disabled"],
  }),
  ...rowsOf("azure-native:keyvault:Key", "the SDK's own comment (Azure REST API specifications)", {
    "properties.rotationPolicy.lifetimeActions.*.trigger.timeAfterCreate": /^P\d+[YMD]$/,
  }),
  ...rowsOf("azure-native:containerregistry:Task", learn("Run an ACR task on a defined schedule"), {
    "trigger.timerTriggers.*.schedule": /^([\d*/,-]+ ){4}[\d*/,-]+$/,
  }),
  ...rowsOf("azure-native:storage:ManagementPolicy", "the SDK's own comment (Azure REST API specifications)", {
    managementPolicyName: ["default"],
    "policy.rules.*.definition.filters.blobTypes.*": ["blockBlob"],
  }),
  ...rowsOf("azure-native:storage:BlobServiceProperties", "the SDK's own comment (Azure REST API specifications)", {
    blobServicesName: ["default"],
  }),
];

/** A network, anything, or one of Azure's names for networks. */
function prefixOr(tags: string): RegExp {
  return new RegExp(`^(\\*|[\\d.]+/\\d+|${tags})$`);
}
