import type { ResourceFixtures } from "../../core/fixture";
import { withPatches } from "../../kinds/patches.fixtures";

const fix = "Raise the retention; RDS, Azure and AlloyDB keep at most 35 days.";
const instance = "aws:rds/instance:Instance";
const cluster = "aws:rds/cluster:Cluster";
const docdb = "aws:docdb/cluster:Cluster";
const neptune = "aws:neptune/cluster:Cluster";
const redshift = "aws:redshift/cluster:Cluster";
const cnpg = "kubernetes:postgresql.cnpg.io/v1:Cluster";
const elastic = "aws:docdb/elasticCluster:ElasticCluster";
const cloudSql = "gcp:sql/databaseInstance:DatabaseInstance";
const alloyDb = "gcp:alloydb/cluster:Cluster";
const azurePostgres = "azure-native:dbforpostgresql:Server";
const azureMySql = "azure-native:dbformysql:Server";
const cosmos = "azure-native:cosmosdb:DatabaseAccount";
const cloudSqlWith = (backupConfiguration: object) => ({ settings: { backupConfiguration } });
const counted = { retentionUnit: "COUNT", retainedBackups: 30 };
/** Of a patch. */
const leftOut = "What is patched may have it.";
const store = "kubernetes:barmancloud.cnpg.io/v1:ObjectStore";

/** Judged as production: 30 days. */
const own: ResourceFixtures = {
  passes: [
    { name: "an instance", type: instance, properties: { backupRetentionPeriod: 30 } },
    { name: "a replica", type: instance, properties: { replicateSourceDb: "main", backupRetentionPeriod: 0 } },
    { name: "Aurora", type: cluster, properties: { backupRetentionPeriod: 35 } },
    { name: "a replica of Aurora", type: cluster, properties: { replicationSourceIdentifier: "arn" } },
    { name: "DocumentDB", type: docdb, properties: { backupRetentionPeriod: "30" } },
    { name: "Neptune", type: neptune, properties: { backupRetentionPeriod: 31 } },
    { name: "Redshift", type: redshift, properties: { automatedSnapshotRetentionPeriod: 30 } },
    { name: "an elastic cluster of DocumentDB", type: elastic, properties: { backupRetentionPeriod: 30 } },
    {
      name: "Cloud SQL",
      type: cloudSql,
      properties: cloudSqlWith({ enabled: true, backupRetentionSettings: counted }),
    },
    { name: "a replica of Cloud SQL", type: cloudSql, properties: { masterInstanceName: "main" } },
    {
      name: "Cloud SQL's default",
      type: cloudSql,
      properties: cloudSqlWith({ enabled: true }),
      settings: { minimumDays: 7 },
    },
    { name: "AlloyDB", type: alloyDb, properties: { continuousBackupConfig: { recoveryWindowDays: 35 } } },
    { name: "AlloyDB's default", type: alloyDb, properties: {}, settings: { minimumDays: 14 } },
    { name: "a secondary of AlloyDB", type: alloyDb, properties: { clusterType: "SECONDARY" } },
    {
      name: "AlloyDB by time",
      type: alloyDb,
      properties: { automatedBackupPolicy: { enabled: true, timeBasedRetention: { retentionPeriod: "2592000s" } } },
    },
    {
      name: "AlloyDB by count",
      type: alloyDb,
      properties: { automatedBackupPolicy: { enabled: true, quantityBasedRetention: { count: 30 } } },
    },
    { name: "Azure PostgreSQL", type: azurePostgres, properties: { backup: { backupRetentionDays: 30 } } },
    { name: "a replica of Azure PostgreSQL", type: azurePostgres, properties: { createMode: "Replica" } },
    { name: "Azure MySQL", type: azureMySql, properties: { backup: { backupRetentionDays: 35 } } },
    { name: "a replica of Azure MySQL", type: azureMySql, properties: { createMode: "Replica" } },
    {
      name: "Cosmos DB",
      type: cosmos,
      properties: { backupPolicy: { type: "Continuous", continuousModeProperties: { tier: "Continuous30Days" } } },
    },
    {
      name: "Cosmos DB at intervals",
      type: cosmos,
      properties: {
        backupPolicy: { type: "Periodic", periodicModeProperties: { backupRetentionIntervalInHours: 720 } },
      },
      harmless: { "backupPolicy.type": "what is not continuous has to keep its intervals long enough" },
    },
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
      messages: [`backupRetentionPeriod is not set; required: at least 30 days. ${fix}`],
    },
    {
      name: "an instance of a week",
      type: instance,
      properties: { backupRetentionPeriod: 7 },
      messages: [`backupRetentionPeriod is 7; required: at least 30 days. ${fix}`],
    },
    {
      name: "Aurora",
      type: cluster,
      properties: { backupRetentionPeriod: 1 },
      messages: [`backupRetentionPeriod is 1; required: at least 30 days. ${fix}`],
    },
    {
      name: "DocumentDB",
      type: docdb,
      properties: {},
      messages: [`backupRetentionPeriod is not set; required: at least 30 days. ${fix}`],
    },
    {
      name: "Neptune",
      type: neptune,
      properties: { backupRetentionPeriod: 29 },
      messages: [`backupRetentionPeriod is 29; required: at least 30 days. ${fix}`],
    },
    {
      name: "Redshift",
      type: redshift,
      properties: { automatedSnapshotRetentionPeriod: 0 },
      messages: [`automatedSnapshotRetentionPeriod is 0; required: at least 30 days. ${fix}`],
    },
    {
      name: "an elastic cluster of DocumentDB",
      type: elastic,
      properties: {},
      messages: [`backupRetentionPeriod is not set; required: at least 30 days. ${fix}`],
    },
    {
      name: "Cloud SQL without backups",
      type: cloudSql,
      properties: { settings: { tier: "db-g1-small" } },
      messages: [`settings.backupConfiguration.enabled is not set; required: true. ${fix}`],
    },
    {
      name: "Cloud SQL's default",
      type: cloudSql,
      properties: cloudSqlWith({ enabled: true }),
      messages: [
        `settings.backupConfiguration.backupRetentionSettings.retainedBackups is not set; required: at least 30 days. ${fix}`,
      ],
    },
    {
      name: "Cloud SQL with another unit",
      type: cloudSql,
      properties: cloudSqlWith({ enabled: true, backupRetentionSettings: { ...counted, retentionUnit: "HOURS" } }),
      messages: [
        `settings.backupConfiguration.backupRetentionSettings.retentionUnit is "HOURS"; required: "COUNT". ${fix}`,
      ],
    },
    {
      name: "AlloyDB's default",
      type: alloyDb,
      properties: {},
      messages: [`continuousBackupConfig.recoveryWindowDays is not set; required: at least 30 days. ${fix}`],
    },
    {
      name: "Azure PostgreSQL",
      type: azurePostgres,
      properties: { backup: { backupRetentionDays: 7 } },
      messages: [`backup.backupRetentionDays is 7; required: at least 30 days. ${fix}`],
    },
    {
      name: "Azure MySQL",
      type: azureMySql,
      properties: {},
      messages: [`backup.backupRetentionDays is not set; required: at least 30 days. ${fix}`],
    },
    {
      name: "Cosmos DB for a week",
      type: cosmos,
      properties: { backupPolicy: { type: "Continuous", continuousModeProperties: { tier: "Continuous7Days" } } },
      messages: [
        `backupPolicy.continuousModeProperties.tier is "Continuous7Days"; required: "Continuous30Days". ${fix}`,
      ],
    },
    {
      name: "Cosmos DB's default",
      type: cosmos,
      properties: {},
      messages: [
        "backupPolicy.periodicModeProperties.backupRetentionIntervalInHours is not set; required: at least 720 hours. Take continuous backups, or raise backupRetentionIntervalInHours.",
      ],
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
      messages: [`spec.backup.retentionPolicy is "2w"; required: at least 30 days, as "30d". ${fix}`],
    },
    {
      name: "a store with a short archive",
      type: store,
      properties: { spec: { retentionPolicy: "2w" } },
      messages: [`spec.retentionPolicy is "2w"; required: at least 30 days, as "30d". ${fix}`],
    },
    {
      name: "a store that keeps everything by accident",
      type: store,
      properties: { spec: { configuration: {} } },
      messages: [`spec.retentionPolicy is not set; required: at least 30 days, as "30d". ${fix}`],
    },
  ],
};

export const fixtures: ResourceFixtures = withPatches(own, [cnpg, store], [], {
  "CloudNativePG with its own archive": { "spec.backup": leftOut },
  "CloudNativePG with a plugin": { "spec.plugins": leftOut, "spec.plugins[0].isWALArchiver": leftOut },
});
