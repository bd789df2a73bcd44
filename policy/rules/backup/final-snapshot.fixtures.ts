import type { ResourceFixtures } from "../../core/fixture";

const mend = "Set skipFinalSnapshot: false with a finalSnapshotIdentifier.";
const group = "aws:elasticache/replicationGroup:ReplicationGroup";
const memorydb = "aws:memorydb/cluster:Cluster";
const cloudSql = "gcp:sql/databaseInstance:DatabaseInstance";
const types = [
  "aws:rds/instance:Instance",
  "aws:rds/cluster:Cluster",
  "aws:docdb/cluster:Cluster",
  "aws:neptune/cluster:Cluster",
  "aws:redshift/cluster:Cluster",
];

export const fixtures: ResourceFixtures = {
  passes: [
    ...types.map((type) => ({ name: "a snapshot", type, properties: { skipFinalSnapshot: false } })),
    {
      name: "a replica",
      type: "aws:rds/instance:Instance",
      properties: { replicateSourceDb: "main", skipFinalSnapshot: true },
    },
    { name: "a cache", type: group, properties: { finalSnapshotIdentifier: "last" } },
    { name: "a member of a global datastore", type: group, properties: { globalReplicationGroupId: "g" } },
    { name: "MemoryDB", type: memorydb, properties: { finalSnapshotName: "last" } },
    { name: "Cloud SQL", type: cloudSql, properties: { settings: { finalBackupConfig: { enabled: true } } } },
    {
      name: "Cloud SQL that keeps its backups",
      type: cloudSql,
      properties: { settings: { retainBackupsOnDelete: true } },
    },
    { name: "a replica of Cloud SQL", type: cloudSql, properties: { masterInstanceName: "main" } },
  ],
  fails: [
    ...types.map((type) => ({
      name: "none",
      type,
      properties: { skipFinalSnapshot: true },
      messages: [`skipFinalSnapshot is true; required: false. ${mend}`],
    })),
    {
      name: "a cache",
      type: group,
      properties: {},
      messages: ["finalSnapshotIdentifier is not set; required: a value. Set finalSnapshotIdentifier."],
    },
    {
      name: "MemoryDB",
      type: memorydb,
      properties: {},
      messages: ["finalSnapshotName is not set; required: a value. Set finalSnapshotName."],
    },
    {
      name: "Cloud SQL",
      type: cloudSql,
      properties: { settings: { retainBackupsOnDelete: false } },
      messages: [
        "settings.finalBackupConfig.enabled is not set; required: true. Set finalBackupConfig.enabled, or retainBackupsOnDelete.",
      ],
    },
  ],
};
