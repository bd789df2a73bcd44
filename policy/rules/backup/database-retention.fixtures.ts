import type { ResourceFixtures } from "../../core/fixture";

const mend = "Raise the retention; RDS keeps at most 35 days.";
const instance = "aws:rds/instance:Instance";
const cluster = "aws:rds/cluster:Cluster";
const docdb = "aws:docdb/cluster:Cluster";
const neptune = "aws:neptune/cluster:Cluster";
const redshift = "aws:redshift/cluster:Cluster";
const cnpg = "kubernetes:postgresql.cnpg.io/v1:Cluster";
const store = "kubernetes:barmancloud.cnpg.io/v1:ObjectStore";

/** Judged as production: 30 days. */
export const fixtures: ResourceFixtures = {
  passes: [
    { name: "an instance", type: instance, properties: { backupRetentionPeriod: 30 } },
    { name: "a replica", type: instance, properties: { replicateSourceDb: "main", backupRetentionPeriod: 0 } },
    { name: "Aurora", type: cluster, properties: { backupRetentionPeriod: 35 } },
    { name: "a replica of Aurora", type: cluster, properties: { replicationSourceIdentifier: "arn" } },
    { name: "DocumentDB", type: docdb, properties: { backupRetentionPeriod: "30" } },
    { name: "Neptune", type: neptune, properties: { backupRetentionPeriod: 31 } },
    { name: "Redshift", type: redshift, properties: { automatedSnapshotRetentionPeriod: 30 } },
    {
      name: "CloudNativePG with its own archive",
      type: cnpg,
      properties: { spec: { backup: { retentionPolicy: "6w" } } },
    },
    { name: "CloudNativePG with a plugin", type: cnpg, properties: { spec: { plugins: [{ isWALArchiver: true }] } } },
    { name: "the plugin's store", type: store, properties: { spec: { retentionPolicy: "1m" } } },
  ],
  fails: [
    {
      name: "an instance that says nothing",
      type: instance,
      properties: {},
      messages: [`backupRetentionPeriod is not set; required: at least 30 days. ${mend}`],
    },
    {
      name: "an instance of a week",
      type: instance,
      properties: { backupRetentionPeriod: 7 },
      messages: [`backupRetentionPeriod is 7; required: at least 30 days. ${mend}`],
    },
    {
      name: "Aurora",
      type: cluster,
      properties: { backupRetentionPeriod: 1 },
      messages: [`backupRetentionPeriod is 1; required: at least 30 days. ${mend}`],
    },
    {
      name: "DocumentDB",
      type: docdb,
      properties: {},
      messages: [`backupRetentionPeriod is not set; required: at least 30 days. ${mend}`],
    },
    {
      name: "Neptune",
      type: neptune,
      properties: { backupRetentionPeriod: 29 },
      messages: [`backupRetentionPeriod is 29; required: at least 30 days. ${mend}`],
    },
    {
      name: "Redshift",
      type: redshift,
      properties: { automatedSnapshotRetentionPeriod: 0 },
      messages: [`automatedSnapshotRetentionPeriod is 0; required: at least 30 days. ${mend}`],
    },
    {
      name: "CloudNativePG without backups",
      type: cnpg,
      properties: { spec: { instances: 3, plugins: [{ name: "other" }] } },
      messages: [
        "spec.backup is not set, and no plugin archives the write-ahead log; required: backups. Name a plugin with isWALArchiver and its ObjectStore, or spec.backup.barmanObjectStore.",
      ],
    },
    {
      name: "CloudNativePG with a short archive",
      type: cnpg,
      properties: { spec: { backup: { retentionPolicy: "2w" } } },
      messages: [`spec.backup.retentionPolicy is "2w"; required: at least 30 days, as "30d". ${mend}`],
    },
    {
      name: "a store that keeps everything by accident",
      type: store,
      properties: { spec: { configuration: {} } },
      messages: [`spec.retentionPolicy is not set; required: at least 30 days, as "30d". ${mend}`],
    },
  ],
};
