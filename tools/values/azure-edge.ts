import { rowsOf } from "./rows";
import type { DocumentedValue } from "./value";

const learn = (title: string) => `Microsoft Learn, "${title}"`;
const headers = "RFC 9111 (Cache-Control), RFC 6797, RFC 7034, the Fetch, Referrer Policy and CSP specifications";

/** Container Apps, scripts, and Front Door. */
export const azureEdgeValues: readonly DocumentedValue[] = [
  ...rowsOf("azure-native:app:ManagedEnvironment", learn("Workload profiles in Azure Container Apps"), {
    "workloadProfiles.*.name": ["Consumption"],
    "workloadProfiles.*.workloadProfileType": ["Consumption"],
  }),
  ...rowsOf(
    "azure-native:app:ManagedEnvironment",
    learn("Log storage and monitoring options in Azure Container Apps"),
    {
      "appLogsConfiguration.destination": ["azure-monitor"],
    },
  ),
  ...rowsOf("azure-native:app:ContainerApp", learn("Set scaling rules in Azure Container Apps"), {
    workloadProfileName: ["Consumption"],
    "template.scale.rules.*.custom.type": ["cpu", "memory"],
    "template.scale.rules.*.custom.metadata.type": ["Utilization"],
  }),
  ...rowsOf("azure-native:app:Job", learn("Workload profiles in Azure Container Apps"), {
    workloadProfileName: ["Consumption"],
  }),
  ...rowsOf("azure-native:app:Job", learn("Jobs in Azure Container Apps, Scheduled jobs"), {
    "configuration.scheduleTriggerConfig.cronExpression": /^([\d*/,-]+ ){4}[\d*/,-]+$/,
  }),
  ...rowsOf("azure-native:resources:AzureCliScript", learn("Use deployment scripts in Bicep"), {
    azCliVersion: ["2.52.0"],
    timeout: /^PT\d+S$/,
    retentionInterval: ["PT26H"],
  }),
  ...rowsOf("azure-native:authorization:RoleDefinition", learn("Azure custom roles"), {
    roleType: ["CustomRole"],
    "permissions.*.actions.*": /^Microsoft\.App\/[A-Za-z/*]+$/,
  }),
  ...rowsOf("azure-native:monitor:DiagnosticSetting", learn("Supported log categories for Azure Monitor"), {
    "logs.*.category": [
      "AuditEvent",
      "ContainerAppConsoleLogs",
      "ContainerAppSystemLogs",
      "FrontDoorAccessLog",
      "FrontDoorHealthProbeLog",
      "FrontDoorWebApplicationFirewallLog",
      "PostgreSQLFlexPGBouncer",
      "PostgreSQLFlexSessions",
      "PostgreSQLLogs",
    ],
  }),
  ...rowsOf("azure-native:cdn:AFDOrigin", learn("Secure your origin with Private Link in Azure Front Door Premium"), {
    "sharedPrivateLinkResource.groupId": ["managedEnvironments"],
  }),
  ...rowsOf("azure-native:cdn:AFDOriginGroup", learn("Use managed identities to authenticate to origins"), {
    "authentication.scope": ["https://storage.azure.com/.default"],
  }),
  ...rowsOf("azure-native:cdn:Rule", learn("Azure Front Door rule set actions"), {
    "actions.*.parameters.cacheConfiguration.cacheDuration": /^(\d+\.)?\d\d:\d\d:\d\d$/,
  }),
  ...rowsOf("azure-native:dns:RecordSet", learn("Overview of DNS zones and records"), {
    recordType: ["A", "AAAA", "CNAME", "TXT"],
  }),
  ...rowsOf("azure-native:frontdoor:Policy", learn("Web Application Firewall DRS rule groups and rules"), {
    "managedRules.managedRuleSets.*.ruleSetType": ["Microsoft_BotManagerRuleSet", "Microsoft_DefaultRuleSet"],
    "managedRules.managedRuleSets.*.ruleSetVersion": ["1.1", "2.1"],
  }),
  ...["azure-native:app:ContainerApp", "azure-native:app:Job"].flatMap((type) =>
    rowsOf(type, learn("Containers in Azure Container Apps, Allocations"), {
      "template.containers.*.resources.memory": /^\d+(\.\d+)?Gi$/,
    }),
  ),
  ...["azure-native:cdn:Profile", "azure-native:cdn:AFDEndpoint", "azure-native:frontdoor:Policy"].flatMap((type) =>
    rowsOf(type, "Azure REST API reference, Azure Front Door Standard/Premium", { location: ["Global"] }),
  ),
  ...rowsOf("azure-native:cdn:Route", learn("Improve performance by compressing files in Azure Front Door"), {
    "cacheConfiguration.compressionSettings.contentTypesToCompress.*": /^(application|image|text|font)\/[a-z0-9.+-]+$/,
  }),
  ...rowsOf("azure-native:storage:BlobServiceProperties", learn("Versioning for Azure Storage"), {
    defaultServiceVersion: ["2023-11-03"],
  }),
  ...rowsOf("azure-native:cdn:Rule", `${headers}; ${learn("Versioning for Azure Storage")}`, {
    "actions.*.parameters.value":
      /^(DENY|nosniff|strict-origin-when-cross-origin|max-age=\d+; includeSubDomains|2023-11-03|[a-z]+-src .+|Origin|true|\d+|https:\/\/\S+|[A-Za-z-]+(, [A-Za-z-]+)*)$/,
  }),
];
