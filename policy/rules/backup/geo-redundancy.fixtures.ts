import type { ResourceFixtures } from "../../core/fixture";

const fix =
  "Keep backups in the paired region; for servers of PostgreSQL and MySQL this is decided when they are made.";
const servers = ["azure-native:dbforpostgresql:Server", "azure-native:dbformysql:Server"];
const sql = ["azure-native:sql:Database", "azure-native:sql:ManagedInstance"];
const cosmos = "azure-native:cosmosdb:DatabaseAccount";
const periodic = (backupStorageRedundancy: string) => ({
  backupPolicy: { type: "Periodic", periodicModeProperties: { backupStorageRedundancy } },
});

export const fixtures: ResourceFixtures = {
  passes: [
    ...servers.flatMap((type) => [
      { name: "a server", type, properties: { backup: { geoRedundantBackup: "Enabled" } } },
      { name: "a replica", type, properties: { createMode: "Replica" } },
      { name: "a key of its own", type, properties: { dataEncryption: { type: "AzureKeyVault" } } },
    ]),
    ...sql.map((type) => ({ name: "Azure SQL", type, properties: { requestedBackupStorageRedundancy: "GeoZone" } })),
    { name: "Cosmos DB", type: cosmos, properties: periodic("Geo") },
  ],
  fails: [
    ...servers.map((type) => ({
      name: "a server that says nothing",
      type,
      properties: { backup: { backupRetentionDays: 30 } },
      messages: [`backup.geoRedundantBackup is not set; required: "Enabled". ${fix}`],
    })),
    ...sql.map((type) => ({
      name: "Azure SQL",
      type,
      properties: { requestedBackupStorageRedundancy: "Local" },
      messages: [`requestedBackupStorageRedundancy is "Local"; required: one of Geo, GeoZone. ${fix}`],
    })),
    {
      name: "Cosmos DB",
      type: cosmos,
      properties: periodic("Zone"),
      messages: [`backupPolicy.periodicModeProperties.backupStorageRedundancy is "Zone"; required: "Geo". ${fix}`],
    },
  ],
};
