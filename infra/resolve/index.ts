import {
  databaseClientImage,
  databaseRoles,
  type ImagesSpec,
  type SecretSpec,
  type Topology,
  type TopologyConcept,
} from "../../components/contract";
import { targets } from "../../components/targets";
import { type Application, type ApplicationFacts, placeOf, type SecretFacts } from "../apps/application";
import { platformOf } from "../config/platforms";
import type { StackConfig } from "../config/schema";
import type { EnvironmentSettings } from "../config/settings";
import { environments } from "../environments";
import { loginsOf, resolvePostgres, resolveRedis, resolveStorage, versionOf } from "./data";
import { resolveEdge } from "./edge";
import { mergedSettings } from "./settings";
import { subnetsOf } from "./subnets";
import { app, fallback, type Resolved, split, stack, Traced, type TracedTree } from "./traced";
import { resolveCompute } from "./workloads";

/**
 * Makes the topology of a stack: what the application is, as strong as its environment, at its place. Pure: the same
 * for the same three. Every value comes with its origin.
 */
export function resolve(config: StackConfig, application: Application): Resolved<Topology> {
  const { settings, settingOrigin } = mergedSettings(environments[config.environment], config.overrides);
  const facts = application.describe(placeOf(config));
  const secrets = presentSecrets(config, facts.secrets);
  const absentSecrets = new Set(
    facts.secrets.map(({ name }) => name).filter((name) => !secrets.some((s) => s.name === name)),
  );
  const shared = { facts, settings, settingOrigin };
  const compute = resolveCompute({
    ...shared,
    images: config.images,
    absentSecrets,
    databaseClientImage: config.databaseClientImage,
    database: databaseOf(facts, config.rotate),
    run: config.run,
    migrationRun: config.migrationRun,
  });
  const mostInstances = Object.fromEntries(
    split(compute).value.services.map(({ name, autoscaling: { maxReplicas }, rollout: { strategy, maxSurge } }) => [
      name,
      maxReplicas + (strategy === "rolling" ? maxSurge : 0),
    ]),
  );
  const data = { ...shared, rotate: config.rotate, mostInstances };

  const parts: { [K in Exclude<TopologyConcept, "identity">]: TracedTree<Topology[K]> } = {
    network: networkOf(settings, settingOrigin, facts.egress),
    secrets: secrets.map((secret) => secretOf(secret, config.rotate)),
    images: imagesOf(config, facts),
    postgres: resolvePostgres(data),
    redis: resolveRedis(data),
    storage: resolveStorage(data),
    compute,
    cdn: resolveEdge({
      ...shared,
      domain: config.domain,
      dnsZone: config.dnsZone,
      storageSource: targets[config.cloud].storageSource({ region: config.region, platform: platformOf(config) }),
    }),
  };
  return split<Topology>({
    context: contextOf(config, settings, settingOrigin),
    ...parts,
    platform: stack(platformOf(config)),
  });
}

/** Who owns the database, and who signs in now; undefined where the application has none. */
function databaseOf({ postgres }: ApplicationFacts, rotate: StackConfig["rotate"]) {
  if (postgres === undefined) return undefined;
  const [login] = loginsOf(postgres.user, versionOf(rotate, "postgres")).value;
  return { user: postgres.user, login };
}

/** The application's images, and the one that makes the roles of its database. */
function imagesOf(
  { images, databaseClientImage: own, registries }: StackConfig,
  { postgres }: ApplicationFacts,
): TracedTree<ImagesSpec> {
  const named = Object.entries(images).map(([key, image]) => [key, stack(image)] as const);
  const client = [databaseRoles, own === undefined ? fallback(databaseClientImage) : stack(own)] as const;
  return {
    references: Object.fromEntries(postgres === undefined ? named : [...named, client]),
    registries: stack(registries),
  };
}

function contextOf(
  config: StackConfig,
  settings: EnvironmentSettings,
  settingOrigin: ReturnType<typeof mergedSettings>["settingOrigin"],
): TracedTree<Topology["context"]> {
  const owner = config.notifications.email[0];
  return {
    name: stack(
      [config.app, config.environment, ...(config.instance === undefined ? [] : [config.instance])].join("-"),
    ),
    app: stack(config.app),
    environment: stack(config.environment),
    cloud: stack(config.cloud),
    region: stack(config.region),
    labels: {
      app: stack(config.app),
      environment: stack(config.environment),
      owner: owner === undefined ? fallback(config.app) : stack(owner),
      "cost-center": config.costCenter === undefined ? fallback(config.app) : stack(config.costCenter),
      "managed-by": fallback("isotopo"),
    },
    protect: new Traced(settings.protect, settingOrigin("protect")),
    customerManagedKeys: new Traced(settings.customerManagedKeys, settingOrigin("customerManagedKeys")),
  };
}

function networkOf(
  settings: EnvironmentSettings,
  settingOrigin: ReturnType<typeof mergedSettings>["settingOrigin"],
  egress: Topology["network"]["egress"],
): TracedTree<Topology["network"]> {
  const { cidr, zones, nat, flowLogRetentionDays } = settings.network;
  const subnets = subnetsOf(cidr, zones);
  const origins = [settingOrigin("network.cidr"), settingOrigin("network.zones")];
  const origin = origins.includes("stack") ? "stack" : "environment";
  return {
    cidr: new Traced(cidr, settingOrigin("network.cidr")),
    zones: new Traced(zones, settingOrigin("network.zones")),
    publicCidrs: new Traced(subnets.publicCidrs, origin),
    privateCidrs: new Traced(subnets.privateCidrs, origin),
    isolatedCidrs: new Traced(subnets.isolatedCidrs, origin),
    nat: new Traced(nat, settingOrigin("network.nat")),
    flowLogRetentionDays: new Traced(flowLogRetentionDays, settingOrigin("network.flowLogRetentionDays")),
    egress: app(egress),
  };
}

/** Secrets that will exist: all but the optional ones that nobody gave. */
function presentSecrets(config: StackConfig, facts: SecretFacts[]): SecretFacts[] {
  return facts.filter(
    (secret) => secret.kind === "generated" || secret.required || config.secretNames.includes(secret.name),
  );
}

/** A generated secret carries its version. */
function secretOf(secret: SecretFacts, rotate: StackConfig["rotate"]): TracedTree<SecretSpec> {
  if (secret.kind === "external") return app(secret);
  const { kind, name, length } = secret;
  return { kind: app(kind), name: app(name), length: app(length), version: versionOf(rotate, name) };
}
