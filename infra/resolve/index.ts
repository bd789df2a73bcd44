import type { Topology, TopologyConcept } from "../../components/contract";
import { targets } from "../../components/targets";
import { type Application, placeOf } from "../apps/application";
import { platformOf } from "../config/platforms";
import type { StackConfig } from "../config/schema";
import type { Settings } from "../config/settings";
import { environments } from "../environments";
import { resolveCompute } from "./compute";
import { resolveEdge } from "./edge";
import { resolveImages } from "./images";
import { resolveNetwork } from "./network";
import { databaseOf, resolvePostgres } from "./postgres";
import { resolveRedis } from "./redis";
import { presentSecrets, resolveSecrets } from "./secrets";
import { mergedSettings } from "./settings";
import { resolveStorage } from "./storage";
import { fallback, type Resolved, split, stack, Traced, type TracedTree } from "./traced";

/**
 * Makes the topology of a stack from the application, its environment and its place. Pure: the same three give the same
 * topology. Every value has its origin.
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
    network: resolveNetwork(shared),
    secrets: resolveSecrets(secrets, config),
    images: resolveImages(config, facts),
    postgres: resolvePostgres(data),
    redis: resolveRedis(data),
    storage: resolveStorage(data),
    compute,
    edge: resolveEdge({
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

function contextOf(
  config: StackConfig,
  settings: Settings,
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
