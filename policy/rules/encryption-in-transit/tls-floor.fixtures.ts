import type { Failing, Passing, ResourceFixtures } from "../../core/fixture";

const mend = "Set the lowest version to TLS 1.2.";

/** By type: where the version is, one that passes, one that fails, what is required, whether it may be left out. */
const shapes: readonly (readonly [
  type: string,
  path: string,
  good: string,
  bad: string,
  required: string,
  optional?: true,
])[] = [
  ["aws:apigateway/domainName:DomainName", "securityPolicy", "TLS_1_2", "TLS_1_0", '"TLS_1_2"'],
  [
    "aws:opensearch/domain:Domain",
    "domainEndpointOptions.tlsSecurityPolicy",
    "Policy-Min-TLS-1-2-2019-07",
    "Policy-Min-TLS-1-0-2019-07",
    "one of Policy-Min-TLS-1-2-2019-07, Policy-Min-TLS-1-2-PFS-2023-10, Policy-Min-TLS-1-2-RFC9151-FIPS-2024-08",
  ],
  ["gcp:compute/sSLPolicy:SSLPolicy", "minTlsVersion", "TLS_1_2", "TLS_1_0", "one of TLS_1_2, TLS_1_3"],
  ["azure-native:storage:StorageAccount", "minimumTlsVersion", "TLS1_2", "TLS1_0", "one of TLS1_2, TLS1_3"],
  ["azure-native:redis:Redis", "minimumTlsVersion", "1.2", "1.0", "one of 1.2, 1.3"],
  ["azure-native:redisenterprise:RedisEnterprise", "minimumTlsVersion", "1.2", "1.1", "one of 1.2, 1.3"],
  ["azure-native:sql:Server", "minimalTlsVersion", "1.2", "None", "one of 1.2, 1.3"],
  ["azure-native:eventhub:Namespace", "minimumTlsVersion", "1.2", "1.0", "one of 1.2, 1.3"],
  ["azure-native:servicebus:Namespace", "minimumTlsVersion", "1.2", "1.0", "one of 1.2, 1.3"],
  ["azure-native:web:WebApp", "siteConfig.minTlsVersion", "1.3", "1.0", "one of 1.2, 1.3", true],
  ["azure-native:cdn:AFDCustomDomain", "tlsSettings.minimumTlsVersion", "TLS12", "TLS10", "one of TLS12, TLS13", true],
];

function propertiesOf(path: string, value: string): Record<string, unknown> {
  const [first = path, second] = path.split(".");
  return { [first]: second === undefined ? value : { [second]: value } };
}

export const fixtures: ResourceFixtures = {
  passes: shapes.map(
    ([type, path, good]): Passing => ({ name: "1.2 or later", type, properties: propertiesOf(path, good) }),
  ),
  fails: shapes.flatMap(([type, path, , bad, required, optional]): Failing[] => [
    {
      ...{ name: "an earlier one", type, properties: propertiesOf(path, bad) },
      messages: [`${path} is ${JSON.stringify(bad)}; required: ${required}. ${mend}`],
    },
    ...(optional === true
      ? []
      : [
          {
            ...{ name: "as it comes", type, properties: {} },
            messages: [`${path} is not set; required: ${required}. ${mend}`],
          },
        ]),
  ]),
};
