import type { EnvironmentName } from "../../../components/contract";
import type { TargetName } from "../../../components/targets";
import { type ParsedConfig, parseConfig } from "../../../infra/config/parse";
import { ConfigProblems } from "../../../infra/config/parser/problems";
import { resolve } from "../../../infra/resolve";
import type { Resolved } from "../../../infra/resolve/traced";
import { applicationNamed, applicationsWith } from "../../support/fixture/applications";
import { assertWhole, type WholeTopology } from "../../support/whole";

/**
 * A stack's config by key. Keys without a namespace are the program's own. Text is handed over as it is, everything
 * else as JSON; undefined takes a key away.
 */
export type Config = Readonly<Record<string, unknown>>;

const digest = `sha256:${"1f".repeat(32)}`;

/** An image by digest. */
export const image = (key: string): string => `registry.test/shop/${key}@${digest}`;

/** What a cluster offers. */
export const cluster = {
  gatewayClass: "eg",
  gatewayNamespace: "envoy-gateway-system",
  clusterIssuer: "letsencrypt",
  secretStore: "cluster-secrets",
  objectStorage: { endpoint: "https://objects.shop.test", region: "us-east-1" },
};

/** Where a project of Google Cloud is, and its zone. */
export const project = { project: "shop-prod", dnsZone: "shop" };

/** What says where a stack stands, on each cloud. */
const places: Readonly<Record<TargetName, Config>> = {
  aws: { region: "eu-west-1", "aws:region": "eu-west-1" },
  gcp: { region: "europe-west1", "gcp:region": "europe-west1", "gcp:project": project.project, gcp: project },
  azure: { region: "westeurope", "azure-native:location": "westeurope", azure: { dnsResourceGroup: "dns" } },
  kubernetes: { region: "cluster", kubernetes: cluster },
};

/** A config with nothing wrong in it. */
export function validConfig(app = "fixture", cloud: TargetName = "aws", environment: EnvironmentName = "prod"): Config {
  const images = Object.fromEntries(Object.keys(applicationNamed(app).images).map((key) => [key, image(key)]));
  const shared = {
    app,
    cloud,
    environment,
    domain: "shop.test",
    mailHost: "smtp.shop.test",
    images,
    notifications: { email: ["team@shop.test"] },
  };
  return { ...shared, ...places[cloud] };
}

/** The config as Pulumi hands it over: text by `namespace:key`. */
export function rawOf(config: Config): Record<string, string> {
  const entries = Object.entries(config).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    entries.map(([key, value]) => [
      key.includes(":") ? key : `isotopo:${key}`,
      typeof value === "string" ? value : JSON.stringify(value),
    ]),
  );
}

/** A config as the program reads it: its application is the fixture or a shipped one. */
export function parsedOf(config: Config): ParsedConfig {
  const raw = rawOf(config);
  return parseConfig(raw, "isotopo", applicationsWith(raw["isotopo:app"]));
}

/** The topology of a config, with the origin of each value. */
export function resolvedOf(config: Config): Resolved<WholeTopology> {
  const parsed = parsedOf(config);
  const { value, origins } = resolve(parsed.config, parsed.application);
  assertWhole(value);
  return { value, origins };
}

/** The topology of an application at an environment, on AWS. */
export function topologyOf(app = "fixture", environment: EnvironmentName = "prod", change: Config = {}): WholeTopology {
  return resolvedOf({ ...validConfig(app, "aws", environment), ...change }).value;
}

/** What a program's parser finds wrong with a config; nothing where it takes it. */
export function problemsWith(parse: (raw: Record<string, string>) => unknown, config: Config): ConfigProblems {
  try {
    parse(rawOf(config));
  } catch (error) {
    if (error instanceof ConfigProblems) return error;
    throw error;
  }
  return new ConfigProblems();
}
