import type { ResourceFixtures } from "../../core/fixture";

const fix = "Name the addresses that connect, or use a private address and have no such rule.";
const required = "addresses that you know";
const ranges = [
  "azure-native:dbforpostgresql:FirewallRule",
  "azure-native:dbforpostgresql:ServerGroupFirewallRule",
  "azure-native:dbformysql:FirewallRule",
  "azure-native:sql:FirewallRule",
  "azure-native:cosmosdb:MongoClusterFirewallRule",
];
const redis = ["azure-native:redis:FirewallRule", "azure-native:redis:RedisFirewallRule"];
const mongo = "azure-native:mongocluster:FirewallRule";
const cosmos = "azure-native:cosmosdb:DatabaseAccount";
const cloudSql = "gcp:sql/databaseInstance:DatabaseInstance";
const alloy = "gcp:alloydb/instance:Instance";
const list = "without a list nobody is let in";

export const fixtures: ResourceFixtures = {
  passes: [
    ...ranges.map((type) => ({
      name: "an office",
      type,
      properties: { startIpAddress: "203.0.113.1", endIpAddress: "203.0.113.9" },
    })),
    ...redis.map((type) => ({
      name: "an office",
      type,
      properties: { startIP: "203.0.113.1", endIP: "203.0.113.1" },
    })),
    {
      name: "an office",
      type: mongo,
      properties: { properties: { startIpAddress: "203.0.113.1", endIpAddress: "203.0.113.9" } },
    },
    {
      name: "an office",
      type: cosmos,
      properties: { ipRules: [{ ipAddressOrRange: "203.0.113.0/24" }] },
      harmless: { ipRules: list },
    },
    {
      name: "an office",
      type: cloudSql,
      properties: { settings: { ipConfiguration: { authorizedNetworks: [{ value: "203.0.113.0/24" }] } } },
      harmless: { "settings.ipConfiguration.authorizedNetworks": list },
    },
    {
      name: "an office",
      type: alloy,
      properties: { networkConfig: { authorizedExternalNetworks: [{ cidrRange: "203.0.113.0/24" }] } },
      harmless: { "networkConfig.authorizedExternalNetworks": list },
    },
  ],
  fails: [
    {
      name: "everybody",
      type: mongo,
      properties: { properties: { startIpAddress: "0.0.0.0", endIpAddress: "255.255.255.255" } },
      messages: [`properties.startIpAddress is "0.0.0.0" to "255.255.255.255"; required: ${required}. ${fix}`],
    },
    ...ranges.flatMap((type) => [
      {
        name: "everybody",
        type,
        properties: { startIpAddress: "0.0.0.0", endIpAddress: "255.255.255.255" },
        messages: [`startIpAddress is "0.0.0.0" to "255.255.255.255"; required: ${required}. ${fix}`],
      },
      {
        name: "all of Azure",
        type,
        properties: { startIpAddress: "0.0.0.0", endIpAddress: "0.0.0.0" },
        messages: [`startIpAddress is "0.0.0.0" to "0.0.0.0", every machine of Azure; required: ${required}. ${fix}`],
      },
    ]),
    ...redis.map((type) => ({
      name: "half of the internet",
      type,
      properties: { startIP: "128.0.0.0", endIP: "255.255.255.255" },
      messages: [`startIP is "128.0.0.0" to "255.255.255.255"; required: ${required}. ${fix}`],
    })),
    {
      name: "all of Azure",
      type: cosmos,
      properties: { ipRules: [{ ipAddressOrRange: "0.0.0.0" }] },
      messages: [`ipRules[0].ipAddressOrRange is "0.0.0.0"; required: ${required}. ${fix}`],
    },
    {
      name: "everybody",
      type: cloudSql,
      properties: { settings: { ipConfiguration: { authorizedNetworks: [{ value: "0.0.0.0/0" }] } } },
      messages: [`settings.ipConfiguration.authorizedNetworks[0].value is "0.0.0.0/0"; required: ${required}. ${fix}`],
    },
    {
      name: "everybody",
      type: alloy,
      properties: { networkConfig: { authorizedExternalNetworks: [{ cidrRange: "0.0.0.0/0" }] } },
      messages: [`networkConfig.authorizedExternalNetworks[0].cidrRange is "0.0.0.0/0"; required: ${required}. ${fix}`],
    },
  ],
};
