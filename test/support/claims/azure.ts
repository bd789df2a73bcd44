import { both, type Claims, claim, claimEach } from "./claim";

/** What Azure gives once, beside names. */
export const azureClaims: Readonly<Record<string, Claims>> = {
  "azure-native:dns:RecordSet": claim("record", "relativeRecordSetName", "recordType", "zoneName"),
  "azure-native:privatedns:PrivateRecordSet": claim("record", "relativeRecordSetName", "recordType", "privateZoneName"),
  "azure-native:privatedns:PrivateZone": claim("zone", "privateZoneName", "resourceGroupName"),
  // Azure/bicep#13502: no two routes of an endpoint have a domain and a path in common.
  "azure-native:cdn:Route": (inputs) => {
    const domains = JSON.stringify([inputs.customDomains, inputs.linkToDefaultDomain]);
    const patterns = Array.isArray(inputs.patternsToMatch) ? inputs.patternsToMatch : [];
    return [
      ...patterns.map((pattern) => `path ${String(pattern)} of ${domains}`),
      ...claim("route", "routeName", "endpointName")(inputs),
    ];
  },
  "azure-native:cdn:AFDCustomDomain": both(
    claim("host", "hostName"),
    claim("custom domain", "customDomainName", "profileName"),
  ),
  "azure-native:cdn:Rule": both(claim("order", "order", "ruleSetName"), claim("rule", "ruleName", "ruleSetName")),
  // Authorization API: `RoleAssignmentExists` for the same role, principal and scope.
  "azure-native:authorization:RoleAssignment": both(
    claim("role", "roleDefinitionId", "principalId", "scope"),
    claim("assignment", "roleAssignmentName", "scope"),
  ),
  "azure-native:monitor:DiagnosticSetting": claim("setting", "name", "resourceUri"),
  "azure-native:authorization:ManagementLockByScope": claim("lock", "lockName", "scope"),
  "azure-native:network:Subnet": both(
    claim("range", "addressPrefix", "virtualNetworkName"),
    claim("subnet", "subnetName", "virtualNetworkName"),
  ),
  "azure-native:network:VirtualNetwork": claimEach("network", "addressSpace.addressPrefixes"),
  "azure-native:dbforpostgresql:Configuration": claim("parameter", "configurationName", "serverName"),
  "azure-native:redisenterprise:Database": claim("database", "databaseName", "clusterName"),
};
