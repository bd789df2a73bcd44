import type * as azure from "@pulumi/azure-native";
import { isNoneOf, isOneOf, matches, mustIfSet } from "../../core/finding";
import { alike, check, type Rule } from "../../core/rule";
import { required, requiredIfSet } from "../../kinds/table";

/** Azure's services spell it in many ways; the older default of most is 1.0. */
const storage = isOneOf(["TLS1_2", "TLS1_3"]);
const dotted = isOneOf(["1.2", "1.3"]);
/** OpenSearch Service API, `TLSSecurityPolicy`. */
const search = isOneOf([
  "Policy-Min-TLS-1-2-2019-07",
  "Policy-Min-TLS-1-2-PFS-2023-10",
  "Policy-Min-TLS-1-2-RFC9151-FIPS-2024-08",
]);
/** API Gateway Developer Guide, "Security policies": all that begin so have 1.2 or 1.3 as the lowest. */
const gateway = matches(
  /^(TLS_1_2|SecurityPolicy_TLS1[23]_.+)$/,
  '"TLS_1_2", or a SecurityPolicy_TLS12_… or SecurityPolicy_TLS13_…',
);
/** AWS IoT Core Developer Guide, "TLS security policies": those of 2016 take 1.0. */
const iot = matches(/^IoTSecurityPolicy_TLS1[23]_1_[23]_/i, "an IoTSecurityPolicy of TLS 1.2 or later");

/** Of the API Management API, `customProperties`; services made since April 2018 have all of them off. */
const oldProtocols = ["Tls10", "Tls11", "Ssl30"].flatMap((version) =>
  ["", "Backend."].map((side) => `Microsoft.WindowsAzure.ApiManagement.Gateway.Security.${side}Protocols.${version}`),
);

/** Whatever has a lowest version of TLS has 1.2 or later. CloudFront's and load balancers' have rules of their own. */
export const rule: Rule = {
  id: "encryption-in-transit-tls-floor",
  title: "Endpoints refuse versions of TLS before 1.2.",
  severity: "high",
  frameworks: {
    "CIS Azure Foundations 6.0": ["7.12", "9.3.6"],
    "PCI DSS 4.0": ["4.2.1"],
    "ISO 27001:2022": ["A.8.24"],
    "SOC 2": ["CC6.7"],
    HIPAA: ["164.312(e)(1)"],
  },
  why: "TLS 1.0 and 1.1 were withdrawn (RFC 8996): their ciphers and hashes can be broken on the way.",
  fix: "Set the lowest version to TLS 1.2.",
  source: "https://www.rfc-editor.org/rfc/rfc8996",
  breaksBy: {
    "aws:apigateway/domainName:DomainName": ["securityPolicy"],
    "aws:apigateway/restApi:RestApi": ["securityPolicy"],
    "aws:apigatewayv2/domainName:DomainName": ["domainNameConfiguration.securityPolicy"],
    "aws:opensearch/domain:Domain": ["domainEndpointOptions.tlsSecurityPolicy"],
    "aws:elasticsearch/domain:Domain": ["domainEndpointOptions.tlsSecurityPolicy"],
    "aws:cloudsearch/domain:Domain": ["endpointOptions.tlsSecurityPolicy"],
    "aws:iot/domainConfiguration:DomainConfiguration": ["tlsConfig.securityPolicy"],
    "gcp:compute/sSLPolicy:SSLPolicy": ["minTlsVersion"],
    "gcp:compute/regionSslPolicy:RegionSslPolicy": ["minTlsVersion"],
    "gcp:networksecurity/tlsInspectionPolicy:TlsInspectionPolicy": ["minTlsVersion"],
    ...alike(
      [
        "azure-native:storage:StorageAccount",
        "azure-native:redis:Redis",
        "azure-native:redisenterprise:RedisEnterprise",
        "azure-native:eventhub:Namespace",
        "azure-native:servicebus:Namespace",
      ],
      ["minimumTlsVersion"],
    ),
    "azure-native:sql:Server": ["minimalTlsVersion"],
    "azure-native:sql:ManagedInstance": ["minimalTlsVersion"],
    "azure-native:cosmosdb:DatabaseAccount": ["minimalTlsVersion"],
    "azure-native:iothub:IotHubResource": ["properties.minTlsVersion"],
    "azure-native:web:WebApp": ["siteConfig.minTlsVersion", "siteConfig.scmMinTlsVersion"],
    "azure-native:web:WebAppSlot": ["siteConfig.minTlsVersion", "siteConfig.scmMinTlsVersion"],
    ...alike(
      [
        "azure-native:eventgrid:Topic",
        "azure-native:eventgrid:Domain",
        "azure-native:eventgrid:Namespace",
        "azure-native:eventgrid:PartnerNamespace",
      ],
      ["minimumTlsVersionAllowed"],
    ),
    "azure-native:hdinsight:Cluster": ["properties.minSupportedTlsVersion"],
    "azure-native:cdn:AFDCustomDomain": ["tlsSettings.minimumTlsVersion"],
    "azure-native:apimanagement:ApiManagementService": [
      'customProperties["Microsoft.WindowsAzure.ApiManagement.Gateway.Security.Backend.Protocols.Ssl30"]',
      'customProperties["Microsoft.WindowsAzure.ApiManagement.Gateway.Security.Backend.Protocols.Tls10"]',
      'customProperties["Microsoft.WindowsAzure.ApiManagement.Gateway.Security.Backend.Protocols.Tls11"]',
      'customProperties["Microsoft.WindowsAzure.ApiManagement.Gateway.Security.Protocols.Ssl30"]',
      'customProperties["Microsoft.WindowsAzure.ApiManagement.Gateway.Security.Protocols.Tls10"]',
      'customProperties["Microsoft.WindowsAzure.ApiManagement.Gateway.Security.Protocols.Tls11"]',
    ],
  },
  remedies: {
    "azure-native:storage:StorageAccount": { minimumTlsVersion: "TLS1_2" },
    "azure-native:redis:Redis": { minimumTlsVersion: "1.2" },
    "azure-native:sql:Server": { minimalTlsVersion: "1.2" },
    "azure-native:eventhub:Namespace": { minimumTlsVersion: "1.2" },
    "azure-native:servicebus:Namespace": { minimumTlsVersion: "1.2" },
    "azure-native:web:WebApp": { "siteConfig.minTlsVersion": "1.2" },
    "azure-native:web:WebAppSlot": { "siteConfig.minTlsVersion": "1.2" },
    "gcp:compute/sSLPolicy:SSLPolicy": { minTlsVersion: "TLS_1_2" },
  },
  checks: {
    // Left out it is TLS 1.0 for what is reached at the edge (API Gateway API, `securityPolicy`).
    ...required(gateway, [
      ["aws:apigateway/domainName:DomainName", "securityPolicy"],
      ["aws:apigatewayv2/domainName:DomainName", "domainNameConfiguration.securityPolicy"],
    ]),
    ...requiredIfSet(gateway, [["aws:apigateway/restApi:RestApi", "securityPolicy"]]),
    ...required(search, [
      ["aws:opensearch/domain:Domain", "domainEndpointOptions.tlsSecurityPolicy"],
      ["aws:elasticsearch/domain:Domain", "domainEndpointOptions.tlsSecurityPolicy"],
      ["aws:cloudsearch/domain:Domain", "endpointOptions.tlsSecurityPolicy"],
    ]),
    ...requiredIfSet(iot, [["aws:iot/domainConfiguration:DomainConfiguration", "tlsConfig.securityPolicy"]]),
    ...required(isOneOf(["TLS_1_2", "TLS_1_3"]), [
      ["gcp:compute/sSLPolicy:SSLPolicy", "minTlsVersion"],
      ["gcp:compute/regionSslPolicy:RegionSslPolicy", "minTlsVersion"],
      ["gcp:networksecurity/tlsInspectionPolicy:TlsInspectionPolicy", "minTlsVersion"],
    ]),
    ...required(storage, [["azure-native:storage:StorageAccount", "minimumTlsVersion"]]),
    ...required(dotted, [
      ["azure-native:redis:Redis", "minimumTlsVersion"],
      ["azure-native:redisenterprise:RedisEnterprise", "minimumTlsVersion"],
      ["azure-native:sql:Server", "minimalTlsVersion"],
      ["azure-native:eventhub:Namespace", "minimumTlsVersion"],
      ["azure-native:servicebus:Namespace", "minimumTlsVersion"],
      ["azure-native:iothub:IotHubResource", "properties.minTlsVersion"],
    ]),
    // These have 1.2 unless they say otherwise.
    ...requiredIfSet(dotted, [
      ["azure-native:web:WebApp", "siteConfig.minTlsVersion", "siteConfig.scmMinTlsVersion"],
      ["azure-native:web:WebAppSlot", "siteConfig.minTlsVersion", "siteConfig.scmMinTlsVersion"],
      ["azure-native:sql:ManagedInstance", "minimalTlsVersion"],
      ["azure-native:eventgrid:Topic", "minimumTlsVersionAllowed"],
      ["azure-native:eventgrid:Domain", "minimumTlsVersionAllowed"],
      ["azure-native:eventgrid:Namespace", "minimumTlsVersionAllowed"],
      ["azure-native:eventgrid:PartnerNamespace", "minimumTlsVersionAllowed"],
      ["azure-native:hdinsight:Cluster", "properties.minSupportedTlsVersion"],
    ]),
    ...requiredIfSet(isOneOf(["Tls12"]), [["azure-native:cosmosdb:DatabaseAccount", "minimalTlsVersion"]]),
    ...requiredIfSet(isOneOf(["TLS12", "TLS13"]), [
      ["azure-native:cdn:AFDCustomDomain", "tlsSettings.minimumTlsVersion"],
    ]),
    "azure-native:apimanagement:ApiManagementService": check<azure.apimanagement.ApiManagementServiceArgs>((service) =>
      oldProtocols.flatMap((name) => mustIfSet(service.at("customProperties").at(name), isNoneOf(["true", "True"]))),
    ),
  },
};
