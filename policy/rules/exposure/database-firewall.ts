import type * as azure from "@pulumi/azure-native";
import type * as gcp from "@pulumi/gcp";
import type { Finding } from "../../core/finding";
import { alike, type Check, check, type Rule } from "../../core/rule";
import type { View } from "../../core/view";
import { worldIn } from "../../kinds/addresses";

/** The number that an IPv4 address is. */
function numberOf(address: View): number | undefined {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/
    .exec(address.text() ?? "")
    ?.slice(1)
    .map(Number);
  return parts?.reduce((number, part) => number * 256 + part, 0);
}

/** As large as the largest networks that anybody has for himself: 10.0.0.0/8. */
const ownNetwork = 2 ** 24;

/** To Azure, 0.0.0.0 to 0.0.0.0 is every address of Azure's own, other people's machines among them. */
function range(start: View, end: View): Finding[] {
  if (!start.known || !end.known) return [];
  const [from, to] = [numberOf(start) ?? 0, numberOf(end) ?? 2 ** 32];
  const azures = from === 0 && to === 0;
  if (!azures && to - from < ownNetwork) return [];
  return [
    {
      path: start.path,
      found: `${start.shown()} to ${end.shown()}${azures ? ", every machine of Azure" : ""}`,
      required: "addresses that you know",
    },
  ];
}

const azureRange: Check = check<azure.dbforpostgresql.FirewallRuleArgs>((rule) =>
  range(rule.at("startIpAddress"), rule.at("endIpAddress")),
);

function everybody(sources: readonly View[]): Finding[] {
  return worldIn(sources).map((source) => ({
    path: source.path,
    found: source.shown(),
    required: "addresses that you know",
  }));
}

/** Where a data store has a public address, its own firewall lets in known addresses only. Amazon has none but security groups. */
export const rule: Rule = {
  id: "exposure-database-firewall",
  title: "Firewalls of data stores let in known addresses only.",
  severity: "critical",
  frameworks: {
    "CIS GCP Foundation 5.0": ["6.5"],
    "PCI DSS 4.0": ["1.3.1", "1.4.2"],
    "ISO 27001:2022": ["A.8.20"],
    "SOC 2": ["CC6.6"],
  },
  why: "With everybody let in, a password is all that stands between the internet and the data.",
  fix: "Name the addresses that connect, or use a private address and have no such rule.",
  source: "https://learn.microsoft.com/en-us/azure/azure-sql/database/firewall-configure",
  breaksBy: {
    ...alike(
      [
        "azure-native:dbforpostgresql:FirewallRule",
        "azure-native:dbforpostgresql:ServerGroupFirewallRule",
        "azure-native:dbformysql:FirewallRule",
        "azure-native:sql:FirewallRule",
        "azure-native:cosmosdb:MongoClusterFirewallRule",
      ],
      ["endIpAddress", "startIpAddress"],
    ),
    "azure-native:mongocluster:FirewallRule": ["properties.endIpAddress", "properties.startIpAddress"],
    "azure-native:redis:FirewallRule": ["endIP", "startIP"],
    "azure-native:redis:RedisFirewallRule": ["endIP", "startIP"],
    "azure-native:cosmosdb:DatabaseAccount": ["ipRules[].ipAddressOrRange"],
    "gcp:sql/databaseInstance:DatabaseInstance": ["settings.ipConfiguration.authorizedNetworks[].value"],
    "gcp:alloydb/instance:Instance": ["networkConfig.authorizedExternalNetworks[].cidrRange"],
  },
  checks: {
    "azure-native:dbforpostgresql:FirewallRule": azureRange,
    "azure-native:dbforpostgresql:ServerGroupFirewallRule": azureRange,
    "azure-native:dbformysql:FirewallRule": azureRange,
    "azure-native:sql:FirewallRule": azureRange,
    "azure-native:cosmosdb:MongoClusterFirewallRule": azureRange,
    "azure-native:mongocluster:FirewallRule": check<azure.mongocluster.FirewallRuleArgs>((rule) => {
      const addresses = rule.at("properties");
      return range(addresses.at("startIpAddress"), addresses.at("endIpAddress"));
    }),
    "azure-native:redis:FirewallRule": check<azure.redis.FirewallRuleArgs>((rule) =>
      range(rule.at("startIP"), rule.at("endIP")),
    ),
    "azure-native:redis:RedisFirewallRule": check<azure.redis.RedisFirewallRuleArgs>((rule) =>
      range(rule.at("startIP"), rule.at("endIP")),
    ),
    "azure-native:cosmosdb:DatabaseAccount": check<azure.cosmosdb.DatabaseAccountArgs>((account) =>
      everybody(
        account
          .at("ipRules")
          .items()
          .map((rule) => rule.at("ipAddressOrRange")),
      ),
    ),
    "gcp:sql/databaseInstance:DatabaseInstance": check<gcp.sql.DatabaseInstanceArgs>((database) =>
      everybody(
        database
          .at("settings")
          .at("ipConfiguration")
          .at("authorizedNetworks")
          .items()
          .map((network) => network.at("value")),
      ),
    ),
    "gcp:alloydb/instance:Instance": check<gcp.alloydb.InstanceArgs>((database) =>
      everybody(
        database
          .at("networkConfig")
          .at("authorizedExternalNetworks")
          .items()
          .map((network) => network.at("cidrRange")),
      ),
    ),
  },
};
