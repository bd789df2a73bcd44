import type { Rule } from "../../core/rule";
import { everywhere, numbersSetting } from "../../core/setting";
import { firewallsBreakBy, ofFirewalls, reachable } from "../../kinds/firewall";

/**
 * SQL Server, Oracle, MySQL, mSQL, PostgreSQL and its pooler, Redshift, Redis with and without TLS, Cassandra and its nodes,
 * memcached, MongoDB and its shards, Elasticsearch and its dashboards, Kafka, ZooKeeper, RabbitMQ and its console, Neo4j,
 * CouchDB, InfluxDB, LDAP, Db2 and ClickHouse. Among them are those of Security Hub's EC2.19 and of the open port findings of
 * Google's Security Command Center.
 */
const ports = numbersSetting(
  "ports",
  "Ports on which data stores answer.",
  everywhere([
    389, 636, 1433, 1434, 1521, 2181, 2483, 2484, 3306, 4333, 5432, 5439, 5601, 5672, 5984, 6378, 6379, 6380, 6432,
    7000, 7001, 7199, 7474, 7687, 8086, 8123, 9042, 9092, 9160, 9200, 9300, 11211, 11214, 11215, 15672, 27017, 27018,
    27019, 50000, 61620, 61621,
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
  fix: "Allow the security group or the network of the applications that use it.",
  source: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html",
  breaksBy: firewallsBreakBy,
  settings: [ports],
  checks: ofFirewalls((firewall, context) => reachable(firewall, context.get(ports), "the networks that use it")),
};
