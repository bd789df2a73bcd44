import type { ResourceFixtures } from "../../core/fixture";

const mend = "Switch the service's own keys or accounts off, and assign roles to identities.";
const storage = "azure-native:storage:StorageAccount";
const registry = "azure-native:containerregistry:Registry";
const cluster = "azure-native:containerservice:ManagedCluster";
const others = [
  "azure-native:cosmosdb:DatabaseAccount",
  "azure-native:eventhub:Namespace",
  "azure-native:servicebus:Namespace",
];

export const fixtures: ResourceFixtures = {
  passes: [
    { name: "by identity", type: storage, properties: { allowSharedKeyAccess: false } },
    { name: "as it comes", type: registry, properties: {} },
    { name: "said so", type: registry, properties: { adminUserEnabled: false } },
    { name: "by identity", type: cluster, properties: { disableLocalAccounts: true } },
    ...others.map((type) => ({ name: "by identity", type, properties: { disableLocalAuth: true } })),
  ],
  fails: [
    {
      name: "as it comes",
      type: storage,
      properties: {},
      messages: [`allowSharedKeyAccess is not set; required: false. ${mend}`],
    },
    {
      name: "with an administrator",
      type: registry,
      properties: { adminUserEnabled: true },
      messages: [`adminUserEnabled is true; required: false. ${mend}`],
    },
    {
      name: "as it comes",
      type: cluster,
      properties: {},
      messages: [`disableLocalAccounts is not set; required: true. ${mend}`],
    },
    ...others.map((type) => ({
      ...{ name: "with keys", type, properties: { disableLocalAuth: false } },
      messages: [`disableLocalAuth is false; required: true. ${mend}`],
    })),
  ],
};
