import type { ResourceFixtures } from "../../core/fixture";

const fix = "Set deleteAutomatedBackups: false; they go when their retention ends.";
const instance = "aws:rds/instance:Instance";
const cloudSql = "gcp:sql/databaseInstance:DatabaseInstance";
const cluster = "aws:rds/cluster:Cluster";

export const fixtures: ResourceFixtures = {
  passes: [
    ...[instance, cluster].map((type) => ({ name: "kept", type, properties: { deleteAutomatedBackups: false } })),
    { name: "a replica", type: instance, properties: { replicateSourceDb: "main" } },
    { name: "a replica of Aurora", type: cluster, properties: { replicationSourceIdentifier: "arn" } },
    { name: "Cloud SQL", type: cloudSql, properties: { settings: { retainBackupsOnDelete: true } } },
    {
      name: "Cloud SQL's last backup",
      type: cloudSql,
      properties: { settings: { finalBackupConfig: { enabled: true } } },
    },
    { name: "a replica of Cloud SQL", type: cloudSql, properties: { masterInstanceName: "main" } },
  ],
  fails: [
    {
      name: "Cloud SQL",
      type: cloudSql,
      properties: { settings: { finalBackupConfig: { enabled: false } } },
      messages: [
        "settings.retainBackupsOnDelete is not set; required: true. Set retainBackupsOnDelete, or finalBackupConfig.enabled.",
      ],
    },
    {
      name: "an instance that says nothing",
      type: instance,
      properties: {},
      messages: [`deleteAutomatedBackups is not set; required: false. ${fix}`],
    },
    {
      name: "a cluster",
      type: cluster,
      properties: { deleteAutomatedBackups: true },
      messages: [`deleteAutomatedBackups is true; required: false. ${fix}`],
    },
  ],
};
