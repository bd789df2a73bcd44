import type { Rule } from "../../core/rule";
import { everywhere, numbersSetting } from "../../core/setting";
import { ofFirewalls, reachable } from "../../kinds/firewall";

/**
 * SQL Server, Oracle, MySQL, PostgreSQL and its pooler, Redshift, Redis with and without TLS, Cassandra, memcached, MongoDB,
 * Elasticsearch, Kafka, ZooKeeper, RabbitMQ, Neo4j, CouchDB and InfluxDB.
 */
const ports = numbersSetting(
  "ports",
  "Ports on which data stores answer.",
  everywhere([
    1433, 1434, 1521, 2181, 3306, 5432, 5439, 5672, 5984, 6378, 6379, 6380, 6432, 7474, 7687, 8086, 9042, 9092, 9200,
    9300, 11211, 27017,
  ]),
);

/** Data stores are reached from known addresses only. */
export const rule: Rule = {
  id: "exposure-data-ports",
  title: "Ports on which data stores answer are not open to the internet.",
  severity: "critical",
  frameworks: {
    "PCI DSS 4.0": ["1.3.1"],
    "ISO 27001:2022": ["A.8.20"],
    "SOC 2": ["CC6.6"],
  },
  why: "A data store that the internet reaches is one guessed password or one flaw away from being read and encrypted.",
  mend: "Allow the security group or the network of the applications that use it.",
  source: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html",
  breaksBy: {
    "aws:ec2/securityGroup:SecurityGroup": [
      "ingress[].cidrBlocks",
      "ingress[].fromPort",
      "ingress[].ipv6CidrBlocks",
      "ingress[].protocol",
      "ingress[].toPort",
    ],
    "aws:ec2/securityGroupRule:SecurityGroupRule": [
      "cidrBlocks",
      "fromPort",
      "ipv6CidrBlocks",
      "protocol",
      "toPort",
      "type",
    ],
    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": [
      "cidrIpv4",
      "cidrIpv6",
      "fromPort",
      "ipProtocol",
      "toPort",
    ],
    "gcp:compute/firewall:Firewall": [
      "allows[].ports",
      "allows[].protocol",
      "direction",
      "disabled",
      "sourceRanges",
      "sourceTags",
    ],
    "gcp:compute/firewallPolicyRule:FirewallPolicyRule": [
      "action",
      "direction",
      "disabled",
      "match.layer4Configs[].ipProtocol",
      "match.layer4Configs[].ports",
      "match.srcIpRanges",
    ],
    "gcp:compute/networkFirewallPolicyRule:NetworkFirewallPolicyRule": [
      "action",
      "direction",
      "disabled",
      "match.layer4Configs[].ipProtocol",
      "match.layer4Configs[].ports",
      "match.srcIpRanges",
    ],
    "gcp:compute/regionNetworkFirewallPolicyRule:RegionNetworkFirewallPolicyRule": [
      "action",
      "direction",
      "disabled",
      "match.layer4Configs[].ipProtocol",
      "match.layer4Configs[].ports",
      "match.srcIpRanges",
    ],
    "azure-native:network:NetworkSecurityGroup": [
      "securityRules[].access",
      "securityRules[].destinationPortRange",
      "securityRules[].destinationPortRanges",
      "securityRules[].direction",
      "securityRules[].protocol",
      "securityRules[].sourceAddressPrefix",
      "securityRules[].sourceAddressPrefixes",
    ],
    "azure-native:network:SecurityRule": [
      "access",
      "destinationPortRange",
      "destinationPortRanges",
      "direction",
      "protocol",
      "sourceAddressPrefix",
      "sourceAddressPrefixes",
    ],
  },
  settings: [ports],
  checks: ofFirewalls((firewall, context) => reachable(firewall, context.get(ports), "the networks that use it")),
};
