import type { ResourceFixtures } from "../../core/fixture";
import { failsOf, passesOf, type RowFixture, rowsOf } from "../../kinds/table.fixtures";

const fix =
  "Set httpsOnly: true for web apps and their slots; leave allowInsecure out for container apps, and requireHttps on.";
const rows: readonly RowFixture[] = [
  ...rowsOf(["azure-native:web:WebApp", "azure-native:web:WebAppSlot"], {
    path: "httpsOnly",
    good: true,
    bad: false,
    words: "true",
  }),
  {
    type: "azure-native:app:ContainerApp",
    path: "configuration.ingress.allowInsecure",
    good: false,
    bad: true,
    words: "false",
    safe: true,
  },
  ...rowsOf(
    [
      "azure-native:app:ContainerAppsAuthConfig",
      "azure-native:web:WebAppAuthSettingsV2",
      "azure-native:web:WebAppAuthSettingsV2Slot",
    ],
    { path: "httpSettings.requireHttps", good: true, bad: false, words: "true", safe: true },
  ),
];

export const fixtures: ResourceFixtures = { passes: passesOf(rows), fails: failsOf(rows, fix) };
