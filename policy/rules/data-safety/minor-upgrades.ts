import type * as aws from "@pulumi/aws";
import { isNotFalse, isTrue, must, mustIfSet } from "../../core/finding";
import { alike, check, type Rule } from "../../core/rule";
import { requiredIfSet } from "../../kinds/table";

/**
 * Databases and caches take minor versions by themselves. Google Cloud and Azure do so always, and DocumentDB has no such
 * choice.
 */
export const rule: Rule = {
  id: "data-safety-minor-upgrades",
  title: "Databases, caches and brokers take minor versions by themselves.",
  severity: "medium",
  frameworks: {
    "CIS AWS Foundations 7.0": ["3.2.2"],
    "PCI DSS 4.0": ["6.3.3"],
    "ISO 27001:2022": ["A.8.8"],
  },
  why: "Minor versions fix security holes and corruption of data; without them the engine stays open to both.",
  fix: "Set autoMinorVersionUpgrade; the maintenance window says when.",
  source: "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-13",
  breaksBy: {
    ...alike(
      [
        "aws:rds/cluster:Cluster",
        "aws:rds/instance:Instance",
        "aws:rds/clusterInstance:ClusterInstance",
        "aws:neptune/clusterInstance:ClusterInstance",
        "aws:elasticache/replicationGroup:ReplicationGroup",
        "aws:elasticache/cluster:Cluster",
        "aws:memorydb/cluster:Cluster",
        "aws:mq/broker:Broker",
        "aws:dms/replicationInstance:ReplicationInstance",
      ],
      ["autoMinorVersionUpgrade"],
    ),
  },
  remedies: {
    "aws:rds/instance:Instance": { autoMinorVersionUpgrade: true },
    "aws:rds/clusterInstance:ClusterInstance": { autoMinorVersionUpgrade: true },
  },
  checks: {
    // On where nothing is said.
    ...requiredIfSet(isNotFalse, [["aws:rds/cluster:Cluster", "autoMinorVersionUpgrade"]]),
    "aws:rds/instance:Instance": check<aws.rds.InstanceArgs>((instance) =>
      mustIfSet(instance.at("autoMinorVersionUpgrade"), isNotFalse),
    ),
    "aws:rds/clusterInstance:ClusterInstance": check<aws.rds.ClusterInstanceArgs>((instance) =>
      mustIfSet(instance.at("autoMinorVersionUpgrade"), isNotFalse),
    ),
    "aws:neptune/clusterInstance:ClusterInstance": check<aws.neptune.ClusterInstanceArgs>((instance) =>
      mustIfSet(instance.at("autoMinorVersionUpgrade"), isNotFalse),
    ),
    "aws:elasticache/replicationGroup:ReplicationGroup": check<aws.elasticache.ReplicationGroupArgs>((group) =>
      mustIfSet(group.at("autoMinorVersionUpgrade"), isNotFalse),
    ),
    "aws:elasticache/cluster:Cluster": check<aws.elasticache.ClusterArgs>((cluster) =>
      mustIfSet(cluster.at("autoMinorVersionUpgrade"), isNotFalse),
    ),
    "aws:memorydb/cluster:Cluster": check<aws.memorydb.ClusterArgs>((cluster) =>
      mustIfSet(cluster.at("autoMinorVersionUpgrade"), isNotFalse),
    ),
    // Off where nothing is said.
    "aws:mq/broker:Broker": check<aws.mq.BrokerArgs>((broker) => must(broker.at("autoMinorVersionUpgrade"), isTrue)),
    "aws:dms/replicationInstance:ReplicationInstance": check<aws.dms.ReplicationInstanceArgs>((instance) =>
      must(instance.at("autoMinorVersionUpgrade"), isTrue),
    ),
  },
};
