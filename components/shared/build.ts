import type { BuiltTopology, Cloud, TargetComponents, TopologyConcept, TopologyInputs } from "../contract";
import { componentName, identitySpecs, redisRoles, workloadsOf } from "../contract";

/**
 * Wires the concepts in the same order on every target: what holds, then what remembers, then what runs, then what
 * faces the world. Which resources exist depends on plain values alone.
 */
export function buildTopology<C extends TargetComponents>(
  cloud: Cloud<C>,
  { topology, secretValues, registryPasswords, parent }: TopologyInputs,
): BuiltTopology {
  const { context } = topology;
  const opts = { parent };
  const name = (concept: string) => `${context.name}-${componentName(concept)}`;

  const network = cloud.network(name("network"), { context, spec: topology.network, images: topology.images }, opts);
  const secrets = cloud.secrets(
    name("secrets"),
    { context, secrets: topology.secrets, values: secretValues, network },
    opts,
  );
  const images = cloud.images(
    name("images"),
    { context, spec: topology.images, passwords: registryPasswords, network, secrets },
    opts,
  );
  const postgres =
    topology.postgres === undefined
      ? undefined
      : cloud.postgres(name("postgres"), { context, spec: topology.postgres, network, secrets, images }, opts);
  const redis = Object.fromEntries(
    topology.redis.map((spec) => [
      spec.name,
      cloud.redis(name(`redis-${spec.name}`), { context, spec, network, secrets, images }, opts),
    ]),
  );
  const storage = cloud.storage(name("storage"), { context, buckets: topology.storage, network, secrets }, opts);
  const parts = { network, images, secrets, postgres, redis, redisRoles: redisRoles(topology.redis), storage };
  const identity = cloud.identity(
    name("identity"),
    { context, workloads: identitySpecs(topology.compute), ...parts },
    opts,
  );
  const { domain, zone, routes = [], hosts = [] } = topology.edge ?? {};
  const entrance = domain === undefined || zone === undefined ? undefined : { domain, zone };
  const compute =
    workloadsOf(topology.compute).length === 0
      ? undefined
      : cloud.compute(
          name("compute"),
          { context, spec: topology.compute, entrance, routes, hosts, ...parts, identity },
          opts,
        );
  const edge =
    topology.edge === undefined
      ? undefined
      : cloud.edge(name("edge"), { context, spec: topology.edge, compute, storage, network, images }, opts);

  return outputsOf({ network, secrets, images, postgres, redis, storage, identity, compute, edge });
}

/** The component of each concept, if the application has the concept: the compiler names a concept that is never built. */
type Built = {
  [K in TopologyConcept]: K extends "redis" ? Readonly<Record<string, TargetComponents[K]>> : TargetComponents[K];
};

/** The outputs for the outside. */
function outputsOf({ edge, postgres, redis, storage }: Built): BuiltTopology {
  return {
    url: edge?.url,
    postgresHost: postgres?.host,
    redisHosts: Object.fromEntries(
      Object.entries(redis).flatMap(([name, instance]) => (instance === undefined ? [] : [[name, instance.host]])),
    ),
    buckets: storage?.bucketNames ?? {},
  };
}
