import type { StackFixtureResource, StackFixtures } from "../../core/fixture";

const fix = "Add a BackupSchedule of the database, or an automatedBackupPolicy to the table.";
const missing = `name is named by no BackupSchedule; required: a BackupSchedule of this database. ${fix}`;

function table(properties: object): StackFixtureResource {
  return { name: "data", type: "gcp:bigtable/table:Table", properties: { ...properties } };
}

function database(service: string): StackFixtureResource {
  return { name: "data", type: `gcp:${service}/database:Database`, properties: { name: "shop" } };
}

function schedule(service: string, of: string): StackFixtureResource {
  return {
    name: "daily",
    type: `gcp:${service}/backupSchedule:BackupSchedule`,
    properties: { database: of, retention: "2592000s" },
  };
}

function instance(defaultBackupScheduleType: string): StackFixtureResource {
  return { name: "spanner", type: "gcp:spanner/instance:Instance", properties: { defaultBackupScheduleType } };
}

const services = ["spanner", "firestore"];

export const fixtures: StackFixtures = {
  stacks: [
    {
      name: "Bigtable",
      resources: [table({ automatedBackupPolicy: { retentionPeriod: "72h", frequency: "24h" } })],
      messages: {},
    },
    ...services.map((service) => ({
      name: `a schedule, ${service}`,
      resources: [database(service), schedule(service, "shop")],
      messages: {},
    })),
    { name: "an instance's schedule", resources: [database("spanner"), instance("AUTOMATIC")], messages: {} },
    {
      name: "Bigtable that says nothing",
      resources: [table({ name: "events" })],
      messages: { data: [`automatedBackupPolicy.retentionPeriod is not set; required: at least "24h". ${fix}`] },
    },
    {
      name: "Bigtable switched off",
      resources: [table({ automatedBackupPolicy: { retentionPeriod: "0", frequency: "0" } })],
      messages: { data: [`automatedBackupPolicy.retentionPeriod is "0"; required: at least "24h". ${fix}`] },
    },
    ...services.map((service) => ({
      name: `a schedule of another, ${service}`,
      resources: [database(service), schedule(service, "other")],
      messages: { data: [missing] },
    })),
    {
      name: "an instance without",
      resources: [database("spanner"), instance("NONE")],
      messages: { data: [missing] },
    },
  ],
};
