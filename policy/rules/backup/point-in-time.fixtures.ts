import type { ResourceFixtures } from "../../core/fixture";
import { failsOf, passesOf, type RowFixture } from "../../kinds/table.fixtures";

const fix = "Switch point-in-time recovery on.";
const rds = "aws:rds/instance:Instance";
const dynamoDb = "aws:dynamodb/table:Table";
const keyspaces = "aws:keyspaces/table:Table";
const cloudSql = "gcp:sql/databaseInstance:DatabaseInstance";
const alloyDb = "gcp:alloydb/cluster:Cluster";
const firestore = "gcp:firestore/database:Database";
const cosmos = "azure-native:cosmosdb:DatabaseAccount";
const cnpg = "kubernetes:postgresql.cnpg.io/v1:Cluster";
const cloudSqlOf = (databaseVersion: string, backupConfiguration: object) => ({
  databaseVersion,
  settings: { backupConfiguration },
});

const rows: readonly RowFixture[] = [
  {
    type: "aws:dynamodb/tableReplica:TableReplica",
    path: "pointInTimeRecovery",
    good: true,
    bad: false,
    words: "true",
  },
];

export const fixtures: ResourceFixtures = {
  passes: [
    ...passesOf(rows),
    { name: "RDS", type: rds, properties: { backupRetentionPeriod: 7 } },
    { name: "a replica", type: rds, properties: { replicateSourceDb: "main" } },
    {
      name: "DynamoDB and a replica",
      type: dynamoDb,
      properties: {
        pointInTimeRecovery: { enabled: true },
        replicas: [{ regionName: "eu-west-1", pointInTimeRecovery: true }],
      },
    },
    { name: "Keyspaces", type: keyspaces, properties: { pointInTimeRecovery: { status: "ENABLED" } } },
    {
      name: "PostgreSQL",
      type: cloudSql,
      properties: cloudSqlOf("POSTGRES_17", { pointInTimeRecoveryEnabled: true }),
    },
    { name: "MySQL", type: cloudSql, properties: cloudSqlOf("MYSQL_8_4", { binaryLogEnabled: true }) },
    {
      name: "a replica of Cloud SQL",
      type: cloudSql,
      properties: { databaseVersion: "POSTGRES_17", masterInstanceName: "main" },
    },
    { name: "AlloyDB", type: alloyDb, properties: { continuousBackupConfig: { enabled: true } } },
    {
      name: "a secondary of AlloyDB",
      type: alloyDb,
      properties: { clusterType: "SECONDARY", continuousBackupConfig: { enabled: false } },
    },
    {
      name: "Firestore",
      type: firestore,
      properties: { pointInTimeRecoveryEnablement: "POINT_IN_TIME_RECOVERY_ENABLED" },
    },
    { name: "Cosmos DB", type: cosmos, properties: { backupPolicy: { type: "Continuous" } } },
    {
      name: "CloudNativePG with a plugin",
      type: cnpg,
      properties: { spec: { plugins: [{ name: "barman", enabled: true, isWALArchiver: true }] } },
    },
    {
      name: "CloudNativePG's own archive",
      type: cnpg,
      properties: { spec: { backup: { barmanObjectStore: { destinationPath: "s3://backups" } } } },
    },
  ],
  fails: [
    ...failsOf(rows, fix),
    {
      name: "RDS without backups",
      type: rds,
      properties: { backupRetentionPeriod: 0 },
      messages: ["backupRetentionPeriod is 0; required: at least 1 days. Set backupRetentionPeriod."],
    },
    {
      name: "DynamoDB",
      type: dynamoDb,
      properties: { replicas: [{ regionName: "eu-west-1" }] },
      messages: [
        `pointInTimeRecovery.enabled is not set; required: true. ${fix}`,
        `replicas[0].pointInTimeRecovery is not set; required: true. ${fix}`,
      ],
    },
    {
      name: "Keyspaces",
      type: keyspaces,
      properties: { pointInTimeRecovery: { status: "DISABLED" } },
      messages: [`pointInTimeRecovery.status is "DISABLED"; required: "ENABLED". ${fix}`],
    },
    {
      name: "PostgreSQL",
      type: cloudSql,
      properties: cloudSqlOf("POSTGRES_17", { enabled: true, binaryLogEnabled: true }),
      messages: [`settings.backupConfiguration.pointInTimeRecoveryEnabled is not set; required: true. ${fix}`],
    },
    {
      name: "MySQL",
      type: cloudSql,
      properties: cloudSqlOf("MYSQL_8_4", { pointInTimeRecoveryEnabled: true }),
      messages: [
        "settings.backupConfiguration.binaryLogEnabled is not set; required: true. Set settings.backupConfiguration.binaryLogEnabled.",
      ],
    },
    {
      name: "AlloyDB",
      type: alloyDb,
      properties: { continuousBackupConfig: { enabled: false } },
      messages: [`continuousBackupConfig.enabled is false; required: true. ${fix}`],
    },
    {
      name: "Firestore",
      type: firestore,
      properties: {},
      messages: [`pointInTimeRecoveryEnablement is not set; required: "POINT_IN_TIME_RECOVERY_ENABLED". ${fix}`],
    },
    {
      name: "Cosmos DB",
      type: cosmos,
      properties: { backupPolicy: { type: "Periodic" } },
      messages: [`backupPolicy.type is "Periodic"; required: "Continuous". ${fix}`],
    },
    {
      name: "CloudNativePG with snapshots of volumes alone",
      type: cnpg,
      properties: { spec: { backup: { volumeSnapshot: {} }, plugins: [{ isWALArchiver: true, enabled: false }] } },
      messages: [
        "spec.backup.barmanObjectStore is not set, and no plugin archives the write-ahead log; required: an archive of write-ahead logs. Name a plugin with isWALArchiver, or set spec.backup.barmanObjectStore.",
      ],
    },
  ],
};
