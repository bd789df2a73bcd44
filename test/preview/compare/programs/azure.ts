import { of, type Row, ref } from "./row";

const group = of("azure-native:resources:ResourceGroup");
const server = of("azure-native:dbforpostgresql:Server");
const database = of("azure-native:dbforpostgresql:Database");
const account = of("azure-native:storage:StorageAccount");
const container = of("azure-native:storage:BlobContainer");
const vault = of("azure-native:keyvault:Vault");
const app = of("azure-native:app:ContainerApp");
const redis = of("azure-native:redisenterprise:RedisEnterprise");
const bus = of("azure-native:servicebus:Namespace");

const inGroup = { resourceGroupName: "shop" };
const postgres = { ...inGroup, location: "westeurope", sku: { name: "Standard_D2ds_v5", tier: "GeneralPurpose" } };
const storage = { ...inGroup, accountName: "shopfiles", kind: "StorageV2", sku: { name: "Standard_ZRS" } };
const web = (image: string) => ({
  ...inGroup,
  managedEnvironmentId: "/environments/shop",
  template: { containers: [{ name: "web", image }] },
});

/** Programs on Azure. */
export const azure: readonly Row[] = [
  {
    name: "a larger SKU",
    before: [server("z1-db", postgres)],
    after: [server("z1-db", { ...postgres, sku: { name: "Standard_D4ds_v5", tier: "GeneralPurpose" } })],
    expected: { "z1-db": "update | sku.name changed" },
  },
  {
    name: "another place of a database",
    before: [server("z2-db", postgres)],
    after: [server("z2-db", { ...postgres, location: "northeurope" })],
    expected: {
      "z2-db": "replace | loses the database and its rows | location forces a replacement | location changed",
    },
  },
  {
    name: "backups in a second region, which must be asked for at the beginning",
    before: [server("z3-db", { ...postgres, backup: { geoRedundantBackup: "Disabled", backupRetentionDays: 7 } })],
    after: [server("z3-db", { ...postgres, backup: { geoRedundantBackup: "Enabled", backupRetentionDays: 30 } })],
    expected: {
      "z3-db":
        "replace | loses the database and its rows | backup.geoRedundantBackup forces a replacement | backup.backupRetentionDays changed, backup.geoRedundantBackup changed",
    },
  },
  {
    name: "a resource group at another place, with all that is in it",
    before: [
      group("z4-group", { location: "westeurope" }),
      account("z4-files", { ...storage, resourceGroupName: ref("z4-group.name") }),
    ],
    after: [
      group("z4-group", { location: "northeurope" }),
      account("z4-files", { ...storage, resourceGroupName: ref("z4-group.name") }),
    ],
    expected: {
      "z4-group": "replace | loses everything in it | location forces a replacement | location changed",
      "z4-files":
        "replace | loses the bucket and its objects | resourceGroupName forces a replacement: known after z4-group is replaced | resourceGroupName not comparable",
    },
  },
  {
    name: "a container that is taken out of its account",
    before: [account("z5-files", storage), container("z5-uploads", { ...inGroup, accountName: "shopfiles" })],
    after: [account("z5-files", storage)],
    expected: {
      "z5-files": "unchanged",
      "z5-uploads": "delete | loses the bucket and its objects | it is no longer in the program",
    },
  },
  {
    name: "another name of a database in its server",
    before: [database("z6-db", { ...inGroup, serverName: "shop", databaseName: "shop" })],
    after: [database("z6-db", { ...inGroup, serverName: "shop", databaseName: "store" })],
    expected: {
      "z6-db": "replace | loses the database and its rows | databaseName forces a replacement | databaseName changed",
    },
  },
  {
    name: "a vault that is closed to the public, which the SDK leaves open by itself",
    before: [vault("z7-vault", { ...inGroup, properties: { tenantId: "t", sku: { family: "A", name: "standard" } } })],
    after: [
      vault("z7-vault", {
        ...inGroup,
        properties: { tenantId: "t", sku: { family: "A", name: "standard" }, publicNetworkAccess: "Disabled" },
      }),
    ],
    expected: { "z7-vault": "update | properties.publicNetworkAccess changed" },
  },
  {
    name: "another image",
    before: [app("z8-web", web("shop.azurecr.io/web@sha256:1"))],
    after: [app("z8-web", web("shop.azurecr.io/web@sha256:2"))],
    expected: { "z8-web": "update | template.containers[0].image changed" },
  },
  {
    name: "zones of a Redis",
    before: [redis("z9-cache", { ...inGroup, publicNetworkAccess: "Disabled", sku: { name: "Balanced_B5" } })],
    after: [
      redis("z9-cache", {
        ...inGroup,
        publicNetworkAccess: "Disabled",
        sku: { name: "Balanced_B5" },
        zones: ["1", "2"],
      }),
    ],
    expected: {
      "z9-cache": "replace | loses what the cache or queue holds | zones forces a replacement | zones added",
    },
  },
  {
    name: "a type that was not looked up",
    before: [bus("z10-bus", { ...inGroup, sku: { name: "Standard" } })],
    after: [bus("z10-bus", { ...inGroup, sku: { name: "Premium" } })],
    expected: {
      "z10-bus":
        "may replace | loses the messages that were not processed yet | it is unknown which properties of azure-native:servicebus:Namespace force a replacement | sku.name changed",
    },
  },
];
