import type { ResourceFixtures } from "../../core/fixture";

const fix = "Set autoMinorVersionUpgrade; the maintenance window says when.";
/** On where nothing is said. */
const on = [
  "aws:rds/instance:Instance",
  "aws:rds/cluster:Cluster",
  "aws:rds/clusterInstance:ClusterInstance",
  "aws:neptune/clusterInstance:ClusterInstance",
  "aws:elasticache/replicationGroup:ReplicationGroup",
  "aws:elasticache/cluster:Cluster",
  "aws:memorydb/cluster:Cluster",
];
/** Off where nothing is said. */
const off = ["aws:mq/broker:Broker", "aws:dms/replicationInstance:ReplicationInstance"];

export const fixtures: ResourceFixtures = {
  passes: [
    ...on.map((type) => ({ name: "the default", type, properties: {} })),
    ...[...on, ...off].map((type) => ({ name: "on", type, properties: { autoMinorVersionUpgrade: true } })),
  ],
  fails: [
    ...on.map((type) => ({
      name: "off",
      type,
      properties: { autoMinorVersionUpgrade: false },
      messages: [`autoMinorVersionUpgrade is false; required: true. ${fix}`],
    })),
    ...off.map((type) => ({
      name: "says nothing",
      type,
      properties: {},
      messages: [`autoMinorVersionUpgrade is not set; required: true. ${fix}`],
    })),
  ],
};
