import type { Failing, Passing, ResourceFixtures } from "../../core/fixture";

const fix = "Set the lowest version to TLS 1.2.";

const gateway = '"TLS_1_2", or a SecurityPolicy_TLS12_… or SecurityPolicy_TLS13_…';
const dotted = "one of 1.2, 1.3";
const search = [
  "Policy-Min-TLS-1-2-2019-07",
  "Policy-Min-TLS-1-0-2019-07",
  "one of Policy-Min-TLS-1-2-2019-07, Policy-Min-TLS-1-2-PFS-2023-10, Policy-Min-TLS-1-2-RFC9151-FIPS-2024-08",
] as const;
const management = "azure-native:apimanagement:ApiManagementService";
const old = "Microsoft.WindowsAzure.ApiManagement.Gateway.Security.Backend.Protocols.Tls10";

/** By type: where the version is, one that passes, one that fails, what is required, whether it may be left out. */
const shapes: readonly (readonly [
  type: string,
  path: string,
  good: string,
  bad: string,
  required: string,
  optional?: true,
])[] = [
  ["aws:apigateway/domainName:DomainName", "securityPolicy", "TLS_1_2", "TLS_1_0", gateway],
  ["aws:apigatewayv2/domainName:DomainName", "domainNameConfiguration.securityPolicy", "TLS_1_2", "TLS_1_0", gateway],
  ["aws:apigateway/restApi:RestApi", "securityPolicy", "SecurityPolicy_TLS13_1_2_2021_06", "TLS_1_0", gateway, true],
  ["aws:opensearch/domain:Domain", "domainEndpointOptions.tlsSecurityPolicy", ...search],
  ["aws:elasticsearch/domain:Domain", "domainEndpointOptions.tlsSecurityPolicy", ...search],
  ["aws:cloudsearch/domain:Domain", "endpointOptions.tlsSecurityPolicy", ...search],
  [
    "aws:iot/domainConfiguration:DomainConfiguration",
    "tlsConfig.securityPolicy",
    "IoTSecurityPolicy_TLS13_1_2_2022_10",
    "IoTSecurityPolicy_TLS12_1_0_2016_01",
    "an IoTSecurityPolicy of TLS 1.2 or later",
    true,
  ],
  ["gcp:compute/sSLPolicy:SSLPolicy", "minTlsVersion", "TLS_1_2", "TLS_1_0", "one of TLS_1_2, TLS_1_3"],
  ["gcp:compute/regionSslPolicy:RegionSslPolicy", "minTlsVersion", "TLS_1_3", "TLS_1_1", "one of TLS_1_2, TLS_1_3"],
  [
    "gcp:networksecurity/tlsInspectionPolicy:TlsInspectionPolicy",
    "minTlsVersion",
    "TLS_1_2",
    "TLS_1_1",
    "one of TLS_1_2, TLS_1_3",
  ],
  ["azure-native:storage:StorageAccount", "minimumTlsVersion", "TLS1_2", "TLS1_0", "one of TLS1_2, TLS1_3"],
  ["azure-native:redis:Redis", "minimumTlsVersion", "1.2", "1.0", dotted],
  ["azure-native:redisenterprise:RedisEnterprise", "minimumTlsVersion", "1.2", "1.1", dotted],
  ["azure-native:sql:Server", "minimalTlsVersion", "1.2", "None", dotted],
  ["azure-native:eventhub:Namespace", "minimumTlsVersion", "1.2", "1.0", dotted],
  ["azure-native:servicebus:Namespace", "minimumTlsVersion", "1.2", "1.0", dotted],
  ["azure-native:iothub:IotHubResource", "properties.minTlsVersion", "1.2", "1.0", dotted],
  ["azure-native:web:WebApp", "siteConfig.minTlsVersion", "1.3", "1.0", dotted, true],
  ["azure-native:web:WebApp", "siteConfig.scmMinTlsVersion", "1.2", "1.1", dotted, true],
  ["azure-native:web:WebAppSlot", "siteConfig.minTlsVersion", "1.2", "1.0", dotted, true],
  ["azure-native:web:WebAppSlot", "siteConfig.scmMinTlsVersion", "1.2", "1.0", dotted, true],
  ["azure-native:sql:ManagedInstance", "minimalTlsVersion", "1.2", "None", dotted, true],
  ["azure-native:eventgrid:Topic", "minimumTlsVersionAllowed", "1.2", "1.0", dotted, true],
  ["azure-native:eventgrid:Domain", "minimumTlsVersionAllowed", "1.2", "1.1", dotted, true],
  ["azure-native:eventgrid:Namespace", "minimumTlsVersionAllowed", "1.2", "1.0", dotted, true],
  ["azure-native:eventgrid:PartnerNamespace", "minimumTlsVersionAllowed", "1.2", "1.0", dotted, true],
  ["azure-native:hdinsight:Cluster", "properties.minSupportedTlsVersion", "1.2", "1.0", dotted, true],
  ["azure-native:cosmosdb:DatabaseAccount", "minimalTlsVersion", "Tls12", "Tls11", '"Tls12"', true],
  ["azure-native:cdn:AFDCustomDomain", "tlsSettings.minimumTlsVersion", "TLS12", "TLS10", "one of TLS12, TLS13", true],
];

function propertiesOf(path: string, value: string): Record<string, unknown> {
  const [first = path, second] = path.split(".");
  return { [first]: second === undefined ? value : { [second]: value } };
}

export const fixtures: ResourceFixtures = {
  passes: [
    ...shapes.map(
      ([type, path, good]): Passing => ({ name: "1.2 or later", type, properties: propertiesOf(path, good) }),
    ),
    {
      name: "without older ones",
      type: management,
      properties: { customProperties: { [old]: "false" } },
      harmless: { [`customProperties["${old}"]`]: "Only true switches it on." },
    },
  ],
  fails: [
    {
      name: "an older one to servers",
      type: management,
      properties: { customProperties: { [old]: "True" } },
      messages: [`customProperties["${old}"] is "True"; required: not "true" or "True". ${fix}`],
    },
    ...shapes.flatMap(([type, path, , bad, required, optional]): Failing[] => [
      {
        name: "an earlier one",
        type,
        properties: propertiesOf(path, bad),
        messages: [`${path} is ${JSON.stringify(bad)}; required: ${required}. ${fix}`],
      },
      ...(optional === true
        ? []
        : [
            {
              name: "as it comes",
              type,
              properties: {},
              messages: [`${path} is not set; required: ${required}. ${fix}`],
            },
          ]),
    ]),
  ],
};
