import type { ResourceFixtures } from "../../core/fixture";
import { failsOf, passesOf, type RowFixture } from "../../kinds/table.fixtures";

const fix = "Leave enableRBAC on, and enableLegacyAbac off; on Azure only a new cluster can be given roles.";
const rows: readonly RowFixture[] = [
  {
    type: "azure-native:containerservice:ManagedCluster",
    path: "enableRBAC",
    good: true,
    bad: false,
    words: "true",
    safe: true,
  },
  {
    type: "gcp:container/cluster:Cluster",
    path: "enableLegacyAbac",
    good: false,
    bad: true,
    words: "false",
    safe: true,
  },
];

export const fixtures: ResourceFixtures = { passes: passesOf(rows), fails: failsOf(rows, fix) };
