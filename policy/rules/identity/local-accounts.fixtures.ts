import type { ResourceFixtures } from "../../core/fixture";
import { typesOf } from "../../core/rule";
import { failsOf, passesOf, type RowFixture, rowsOf } from "../../kinds/table.fixtures";
import { rule } from "./local-accounts";

const mend = "Switch the service's own keys or accounts off, and assign roles to identities.";
const storage = "azure-native:storage:StorageAccount";
const registry = "azure-native:containerregistry:Registry";
const cluster = "azure-native:containerservice:ManagedCluster";
/** Those that say it below `properties`. */
const nested = ["cognitiveservices:Account", "machinelearningservices:Compute", "maps:Account"].map(
  (service) => `azure-native:${service}`,
);
const others = typesOf(rule).filter((type) => ![storage, registry, cluster, ...nested].includes(type));

const rows: readonly RowFixture[] = [
  { type: storage, path: "allowSharedKeyAccess", good: false, bad: true, words: "false" },
  { type: registry, path: "adminUserEnabled", good: false, bad: true, words: "false", safe: true },
  { type: cluster, path: "disableLocalAccounts", good: true, bad: false, words: "true" },
  ...rowsOf(others, { path: "disableLocalAuth", good: true, bad: false, words: "true" }),
  ...rowsOf(nested, { path: "properties.disableLocalAuth", good: true, bad: false, words: "true" }),
];

export const fixtures: ResourceFixtures = { passes: passesOf(rows), fails: failsOf(rows, mend) };
