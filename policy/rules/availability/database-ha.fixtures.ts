import type { StackFixtures } from "../../core/fixture";
import { cnpgTypes } from "../../kinds/cnpg";

const fix = "Switch on the standby: multiAz, REGIONAL, ZoneRedundant, or at least two instances.";
const instance = "aws:rds/instance:Instance";
const cluster = "aws:rds/cluster:Cluster";
const clusterInstance = "aws:rds/clusterInstance:ClusterInstance";
const clustersBeside = ["docdb", "neptune"].map((service) => ({
  cluster: { name: service, type: `aws:${service}/cluster:Cluster`, properties: { clusterIdentifier: service } },
  instance: (name: string) => ({
    name: `${service}-${name}`,
    type: `aws:${service}/clusterInstance:ClusterInstance`,
    properties: { clusterIdentifier: service },
  }),
}));
const sql = "gcp:sql/databaseInstance:DatabaseInstance";
const postgres = "azure-native:dbforpostgresql:Server";
const mysql = "azure-native:dbformysql:Server";
const modes = "one of ZoneRedundant, SameZone";

export const fixtures: StackFixtures = {
  stacks: [
    {
      name: "with a standby",
      resources: [
        { name: "rds", type: instance, properties: { multiAz: true } },
        { name: "aurora", type: cluster, properties: { clusterIdentifier: "shop" } },
        { name: "one", type: clusterInstance, properties: { clusterIdentifier: "shop" } },
        { name: "two", type: clusterInstance, properties: { clusterIdentifier: "shop" } },
        ...clustersBeside.flatMap((beside) => [beside.cluster, beside.instance("one"), beside.instance("two")]),
        { name: "sql", type: sql, properties: { settings: { availabilityType: "REGIONAL" } } },
        { name: "azure", type: postgres, properties: { highAvailability: { mode: "ZoneRedundant" } } },
        { name: "mysql", type: mysql, properties: { highAvailability: { mode: "SameZone" } } },
        { name: "cnpg", type: cnpgTypes.cluster, properties: { spec: { instances: 3 } } },
        { name: "patch", type: `${cnpgTypes.cluster}Patch`, properties: { spec: { instances: 2 } } },
      ],
      messages: {},
    },
    {
      name: "replicas, and what fails over by itself",
      resources: [
        { name: "replica", type: instance, properties: { replicateSourceDb: "main" } },
        { name: "three", type: cluster, properties: { dbClusterInstanceClass: "db.r6gd.large" } },
        { name: "serverless", type: cluster, properties: { engineMode: "serverless" } },
        { name: "read", type: sql, properties: { masterInstanceName: "main", settings: {} } },
        { name: "copy", type: postgres, properties: { createMode: "Replica" } },
        { name: "second", type: mysql, properties: { createMode: "Replica" } },
      ],
      messages: {},
    },
    {
      name: "alone",
      resources: [
        { name: "rds", type: instance, properties: {} },
        { name: "aurora", type: cluster, properties: { clusterIdentifier: "shop" } },
        { name: "one", type: clusterInstance, properties: { clusterIdentifier: "shop" } },
        ...clustersBeside.flatMap((beside) => [beside.cluster, beside.instance("one")]),
        { name: "sql", type: sql, properties: { settings: { availabilityType: "ZONAL" } } },
        { name: "azure", type: postgres, properties: { highAvailability: { mode: "Disabled" } } },
        { name: "mysql", type: mysql, properties: {} },
        { name: "cnpg", type: cnpgTypes.cluster, properties: { spec: { instances: 1 } } },
        { name: "patch", type: `${cnpgTypes.cluster}Patch`, properties: { spec: { instances: 1 } } },
        { name: "other", type: `${cnpgTypes.cluster}Patch`, properties: { metadata: { labels: { app: "shop" } } } },
      ],
      messages: {
        rds: [`multiAz is not set; required: true. ${fix}`],
        aurora: [`instances is 1; required: at least 2 ClusterInstances. ${fix}`],
        docdb: [`instances is 1; required: at least 2 ClusterInstances. ${fix}`],
        neptune: [`instances is 1; required: at least 2 ClusterInstances. ${fix}`],
        sql: [`settings.availabilityType is "ZONAL"; required: "REGIONAL". ${fix}`],
        azure: [`highAvailability.mode is "Disabled"; required: ${modes}. ${fix}`],
        mysql: [`highAvailability.mode is not set; required: ${modes}. ${fix}`],
        cnpg: [`spec.instances is 1; required: at least 2 instances. ${fix}`],
        patch: [`spec.instances is 1; required: at least 2 instances. ${fix}`],
      },
    },
  ],
};
