import type { ResourceFixtures } from "../../core/fixture";
import { rule } from "./protect";

const message =
  "protect is not set among the resource options; required: true. Give the resource the option protect: true, and take it away in a change of its own.";
const types = Object.keys(rule.checks);
const copies: readonly [type: string, property: string][] = [
  ["aws:rds/instance:Instance", "replicateSourceDb"],
  ["aws:rds/cluster:Cluster", "replicationSourceIdentifier"],
  ["aws:neptune/cluster:Cluster", "replicationSourceIdentifier"],
  ["gcp:sql/databaseInstance:DatabaseInstance", "masterInstanceName"],
  ["azure-native:dbforpostgresql:Server", "sourceServerResourceId"],
  ["azure-native:dbformysql:Server", "sourceServerResourceId"],
];

export const fixtures: ResourceFixtures = {
  passes: [
    ...types.map((type) => ({ name: "held", type, properties: {}, protect: true })),
    ...copies.map(([type, property]) => ({ name: "a copy", type, properties: { [property]: "main" } })),
    {
      name: "a copy",
      type: "gcp:alloydb/cluster:Cluster",
      properties: { secondaryConfig: { primaryClusterName: "main" } },
    },
  ],
  fails: types.map((type) => ({ name: "not held", type, properties: {}, messages: [message] })),
};
