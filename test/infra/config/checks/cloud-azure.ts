import { azureRegions } from "../../../../components/azure/regions";
import { validConfig } from "../../support/configs";
import { type BrokenConfig, onAzure } from "./row";

function override(name: string, overrides: unknown, ...messages: string[]): BrokenConfig {
  return {
    name,
    base: onAzure,
    change: { overrides },
    messages: messages.map((message) => `isotopo:overrides.${message}`),
  };
}

const reserved = (cidr: string) =>
  `network.cidr is "${cidr}", in a range that Container Apps keeps for itself; ` +
  "allowed: a private range outside of 172.30.0.0/16 and 172.31.0.0/16, such as 10.0.0.0/16";
const days = "allowed: at most 730 days on azure, as Log Analytics keeps logs no longer";

const zonal = `a region of Azure: ${azureRegions.join(", ")}`;
const standby = azureRegions.filter((region) => region !== "japanwest" && region !== "belgiumcentral").join(", ");

/** What Azure alone would refuse, or keep for less than was asked. */
export const brokenOnAzure: readonly BrokenConfig[] = [
  override("a range of Container Apps", { network: { cidr: "172.31.0.0/16" } }, reserved("172.31.0.0/16")),
  override("a part of a range of Container Apps", { network: { cidr: "172.30.16.0/20" } }, reserved("172.30.16.0/20")),
  override(
    "logs for longer than a workspace keeps them, of all kinds at once",
    { network: { flowLogRetentionDays: 731 }, logRetentionDays: 3000, edge: { accessLogRetentionDays: 800 } },
    `network.flowLogRetentionDays is 731; ${days}`,
    `logRetentionDays is 3000; ${days}`,
    `edge.accessLogRetentionDays is 800; ${days}`,
  ),
  override(
    "storage above the largest disk",
    { postgres: { storageGiB: 40_000, maxStorageGiB: 50_000 } },
    "postgres.storageGiB is 40000; allowed: at most 32767 GiB on azure",
  ),
  {
    name: "a region without availability zones, in dev too",
    base: onAzure,
    change: { region: "ukwest", "azure-native:location": "ukwest" },
    messages: [`isotopo:region is "ukwest", which has no availability zones; allowed: ${zonal}`],
  },
  {
    name: "a standby in a region whose databases have none",
    base: validConfig("fixture", "azure", "prod"),
    change: { region: "japanwest", "azure-native:location": "japanwest" },
    messages: [
      'isotopo:region is "japanwest", where Azure Database for PostgreSQL has no standby in another zone; ' +
        `allowed: false for overrides.postgres.highAvailability, or one of ${standby}`,
    ],
  },
];
