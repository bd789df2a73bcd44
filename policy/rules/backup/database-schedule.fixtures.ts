import type { StackFixtureResource, StackFixtures } from "../../core/fixture";

const message =
  "metadata.name is named by no active ScheduledBackup; required: a ScheduledBackup of this Cluster. Add a ScheduledBackup whose spec.cluster.name is this Cluster's, and don't suspend it.";

const cluster: StackFixtureResource = {
  name: "db",
  type: "kubernetes:postgresql.cnpg.io/v1:Cluster",
  properties: { metadata: { name: "db", namespace: "shop" }, spec: {} },
};

function backup(clusterName: string, more: object = {}, namespace = "shop"): StackFixtureResource {
  return {
    name: "backup",
    type: "kubernetes:postgresql.cnpg.io/v1:ScheduledBackup",
    properties: { metadata: { name: "daily", namespace }, spec: { cluster: { name: clusterName }, ...more } },
  };
}

export const fixtures: StackFixtures = {
  stacks: [
    { name: "a scheduled backup", resources: [cluster, backup("db")], messages: {} },
    {
      name: "a replica of another cluster",
      resources: [{ ...cluster, properties: { metadata: { name: "db" }, spec: { replica: { enabled: true } } } }],
      messages: {},
    },
    { name: "no backup", resources: [cluster], messages: { db: [message] } },
    { name: "a backup of another cluster", resources: [cluster, backup("other")], messages: { db: [message] } },
    { name: "a backup elsewhere", resources: [cluster, backup("db", {}, "blog")], messages: { db: [message] } },
    { name: "a suspended backup", resources: [cluster, backup("db", { suspend: true })], messages: { db: [message] } },
  ],
};
