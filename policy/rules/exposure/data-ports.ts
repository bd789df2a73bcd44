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
  settings: [ports],
  checks: ofFirewalls((firewall, context) => reachable(firewall, context.get(ports), "the networks that use it")),
};
