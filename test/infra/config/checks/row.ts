import { type Config, validConfig } from "../../support/configs";

/** A config with something wrong in it. */
export interface BrokenConfig {
  name: string;
  /** What it is made from; a prod stack on AWS where left out. */
  base?: Config;
  /** Keys that are set otherwise; undefined takes a key away. */
  change: Config;
  /** Everything that is told of it, in order. */
  messages: string[];
}

/** The fixture on a cluster, in dev. */
export const onCluster = validConfig("fixture", "kubernetes", "dev");

/** The fixture on Google Cloud, and on Azure, in dev. */
export const onGcp = validConfig("fixture", "gcp", "dev");
export const onAzure = validConfig("fixture", "azure", "dev");

/** Keys of the program, as messages list them. */
export const allKeys =
  "app, cloud, environment, instance, region, domain, dnsZone, images, mailHost, databaseClientImage, notifications, costCenter, overrides, rotate, run, migrationRun, secrets, registries, gcp, azure, kubernetes";

/** A row that overrides settings of the environment. */
export function override(name: string, overrides: unknown, ...messages: string[]): BrokenConfig {
  return { name, change: { overrides }, messages: messages.map((message) => `isotopo:overrides.${message}`) };
}
