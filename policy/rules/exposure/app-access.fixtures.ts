import type { ResourceFixtures } from "../../core/fixture";
import { failsOf, passesOf, type RowFixture, rowsOf } from "../../kinds/table.fixtures";

const fix = 'Set siteConfig.ftpsState to "Disabled" or "FtpsOnly", and leave remote debugging and FTP off.';
const apps = ["azure-native:web:WebApp", "azure-native:web:WebAppSlot"];
const off = { good: false, bad: true, words: "false", safe: true };
const rows: readonly RowFixture[] = [
  ...rowsOf(apps, {
    path: "siteConfig.ftpsState",
    good: "FtpsOnly",
    bad: "AllAllowed",
    words: "one of FtpsOnly, Disabled",
    safe: true,
  }),
  ...rowsOf(apps, { path: "siteConfig.remoteDebuggingEnabled", ...off }),
  ...["ftpEnabled", "remoteDebugEnabled"].map((name) => ({
    type: "azure-native:web:AppServiceEnvironment",
    path: `networkingConfiguration.${name}`,
    ...off,
  })),
];

export const fixtures: ResourceFixtures = { passes: passesOf(rows), fails: failsOf(rows, fix) };
