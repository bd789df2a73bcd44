import { databaseClientImage, databaseRoles, type SecretSpec, type Topology } from "../../components/contract";
import { targets } from "../../components/targets";
import { type Application, placeOf, type SecretFacts } from "../apps/application";
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
  const [login] = loginsOf(facts.postgres.user, versionOf(config.rotate, "postgres")).value;
  const compute = resolveCompute({
    ...shared,
    images: config.images,
    absentSecrets,
    databaseClientImage: config.databaseClientImage,
    database: { user: facts.postgres.user, login },
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

  return split<Topology>({
    context: contextOf(config, settings, settingOrigin),
    network: networkOf(settings, settingOrigin, facts.egress),
    secrets: secrets.map((secret) => secretOf(secret, config.rotate)),
    images: {
      references: {
        ...Object.fromEntries(Object.entries(config.images).map(([key, image]) => [key, stack(image)])),
        [databaseRoles]:
          config.databaseClientImage === undefined ? fallback(databaseClientImage) : stack(config.databaseClientImage),
      },
      registries: stack(config.registries),
    },
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
    platform: stack(platformOf(config)),
  });
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
