import type { ResourceFixtures } from "../../core/fixture";

const fix = "Let the storage grow, with a limit that the budget bears.";
const rds = "aws:rds/instance:Instance";
const cloudSql = "gcp:sql/databaseInstance:DatabaseInstance";
const postgres = "azure-native:dbforpostgresql:Server";
const mysql = "azure-native:dbformysql:Server";

export const fixtures: ResourceFixtures = {
  passes: [
    { name: "RDS", type: rds, properties: { allocatedStorage: 20, maxAllocatedStorage: 100 } },
    { name: "a replica", type: rds, properties: { replicateSourceDb: "main", allocatedStorage: 20 } },
    { name: "Cloud SQL", type: cloudSql, properties: { settings: { diskAutoresize: true } } },
    { name: "Cloud SQL's default", type: cloudSql, properties: { settings: {} } },
    { name: "Azure PostgreSQL", type: postgres, properties: { storage: { autoGrow: "Enabled" } } },
    { name: "disks of a fixed size", type: postgres, properties: { storage: { type: "PremiumV2_LRS" } } },
    { name: "a replica", type: postgres, properties: { createMode: "Replica" } },
    { name: "Azure MySQL", type: mysql, properties: { storage: { autoGrow: "Enabled" } } },
    { name: "Azure MySQL's default", type: mysql, properties: { storage: { storageSizeGB: 32 } } },
  ],
  fails: [
    {
      name: "RDS without a limit",
      type: rds,
      properties: { allocatedStorage: 20 },
      messages: [`maxAllocatedStorage is not set; required: at least 21 GiB. ${fix}`],
    },
    {
      name: "RDS that is as large as it may become",
      type: rds,
      properties: { allocatedStorage: 100, maxAllocatedStorage: 100 },
      messages: [`maxAllocatedStorage is 100; required: at least 101 GiB. ${fix}`],
    },
    {
      name: "Cloud SQL",
      type: cloudSql,
      properties: { settings: { diskAutoresize: false } },
      messages: [`settings.diskAutoresize is false; required: true. ${fix}`],
    },
    {
      name: "Azure PostgreSQL that says nothing",
      type: postgres,
      properties: { storage: { storageSizeGB: 32 } },
      messages: [`storage.autoGrow is not set; required: "Enabled". ${fix}`],
    },
    {
      name: "Azure MySQL",
      type: mysql,
      properties: { storage: { autoGrow: "Disabled" } },
      messages: [`storage.autoGrow is "Disabled"; required: "Enabled". ${fix}`],
    },
  ],
};
