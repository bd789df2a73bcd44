import type { StackFixtureResource, StackFixtures } from "../../core/fixture";

const fix = "Add a BackupShortTermRetentionPolicy of this database; Azure keeps at most 35 days.";

function database(more: object = {}): StackFixtureResource {
  return {
    name: "db",
    type: "azure-native:sql:Database",
    properties: { databaseName: "shop", serverName: "sql", ...more },
  };
}

function policy(retentionDays: number): StackFixtureResource {
  return {
    name: "policy",
    type: "azure-native:sql:BackupShortTermRetentionPolicy",
    properties: { databaseName: "shop", policyName: "default", retentionDays },
  };
}

const message = `databaseName is named by no BackupShortTermRetentionPolicy, so that backups are kept for 7 days; required: at least 30 days. ${fix}`;

/** Judged as production: 30 days. */
export const fixtures: StackFixtures = {
  stacks: [
    { name: "a policy", resources: [database(), policy(35)], messages: {} },
    { name: "a week is enough", resources: [database()], messages: {}, settings: { minimumDays: 7 } },
    { name: "a copy elsewhere", resources: [database({ createMode: "Secondary" })], messages: {} },
    { name: "no policy", resources: [database()], messages: { db: [message] } },
    {
      name: "a policy of two weeks",
      resources: [database(), policy(14)],
      messages: { db: [`retentionDays is 14; required: at least 30 days. ${fix}`] },
    },
  ],
};
