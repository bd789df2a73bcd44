import type { ResourceFixtures } from "../../core/fixture";

const fix = "Encrypt it from the start: an existing one is encrypted by restoring an encrypted copy of its snapshot.";
const instance = "aws:rds/instance:Instance";
const cluster = "aws:rds/cluster:Cluster";
const globals = ["rds", "docdb", "neptune"].map((service) => `aws:${service}/globalCluster:GlobalCluster`);

export const fixtures: ResourceFixtures = {
  passes: [
    { name: "an encrypted instance", type: instance, properties: { storageEncrypted: true } },
    { name: "a replica of another instance", type: instance, properties: { replicateSourceDb: "main" } },
    { name: "an encrypted Aurora cluster", type: cluster, properties: { storageEncrypted: true } },
    { name: "Aurora Serverless v1", type: cluster, properties: { engineMode: "serverless" } },
    ...globals.map((type) => ({ name: "a global cluster", type, properties: { storageEncrypted: true } })),
    { name: "DocumentDB", type: "aws:docdb/cluster:Cluster", properties: { storageEncrypted: true } },
    { name: "Neptune", type: "aws:neptune/cluster:Cluster", properties: { storageEncrypted: true } },
    { name: "Redshift, by text", type: "aws:redshift/cluster:Cluster", properties: { encrypted: "true" } },
  ],
  fails: [
    {
      name: "an instance that says nothing",
      type: instance,
      properties: { engine: "postgres" },
      messages: [`storageEncrypted is not set; required: true. ${fix}`],
    },
    {
      name: "an instance that says no",
      type: instance,
      properties: { storageEncrypted: false },
      messages: [`storageEncrypted is false; required: true. ${fix}`],
    },
    {
      name: "a replica that says no",
      type: instance,
      properties: { replicateSourceDb: "main", storageEncrypted: false },
      messages: [`storageEncrypted is false; required: true. ${fix}`],
    },
    {
      name: "an Aurora cluster",
      type: cluster,
      properties: { engineMode: "provisioned" },
      messages: [`storageEncrypted is not set; required: true. ${fix}`],
    },
    ...globals.map((type) => ({
      name: "a global cluster",
      type,
      properties: {},
      messages: [`storageEncrypted is not set; required: true. ${fix}`],
    })),
    {
      name: "DocumentDB",
      type: "aws:docdb/cluster:Cluster",
      properties: { storageEncrypted: false },
      messages: [`storageEncrypted is false; required: true. ${fix}`],
    },
    {
      name: "Neptune",
      type: "aws:neptune/cluster:Cluster",
      properties: {},
      messages: [`storageEncrypted is not set; required: true. ${fix}`],
    },
    {
      name: "Redshift, by a word that is no truth value",
      type: "aws:redshift/cluster:Cluster",
      properties: { encrypted: "yes" },
      messages: [`encrypted is "yes"; required: true. ${fix}`],
    },
  ],
};
