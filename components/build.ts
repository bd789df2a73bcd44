import type * as pulumi from "@pulumi/pulumi";
import type { Cloud, CloudComponents } from "./contract/cloud";
import { identitySpecs, redisRoles, type Topology } from "./contract/topology";

/** What a topology is built from. */
export interface TopologyInputs {
  topology: Topology;
  /** Values of external secrets that the stack gives, each a Pulumi secret. */
  secretValues: Readonly<Record<string, pulumi.Output<string>>>;
  /** Passwords of the registries at which the stack signs in, by host, each a Pulumi secret. */
  registryPasswords: Readonly<Record<string, pulumi.Output<string>>>;
  /** The component under which everything hangs. */
  parent: pulumi.Resource;
}

/** What the outside may know of a built topology. */
export interface BuiltTopology {
  url: pulumi.Output<string>;
  postgresHost: pulumi.Output<string>;
  redisHosts: Record<string, pulumi.Output<string>>;
  buckets: Readonly<Record<string, pulumi.Output<string>>>;
}

/**
 * Wires the concepts in the same order on every cloud: what holds, then what remembers, then what runs, then what
 * faces the world. Which resources exist depends on plain values alone.
 */
export function buildTopology<C extends CloudComponents>(
  cloud: Cloud<C>,
  { topology, secretValues, registryPasswords, parent }: TopologyInputs,
): BuiltTopology {
  const { context, platform } = topology;
  const opts = { parent };
  const name = (concept: string) => `${context.name}-${concept}`;

  const network = cloud.network(
    name("network"),
    { context, spec: topology.network, images: topology.images },
    platform,
    opts,
  );
  const secrets = cloud.secrets(
    name("secrets"),
    { context, secrets: topology.secrets, values: secretValues, network },
    platform,
    opts,
  );
  const images = cloud.images(
    name("images"),
    { context, spec: topology.images, passwords: registryPasswords, network, secrets },
    platform,
    opts,
  );
  const postgres = cloud.postgres(
    name("postgres"),
    { context, spec: topology.postgres, network, secrets, images },
    platform,
    opts,
  );
  const redis = Object.fromEntries(
    topology.redis.map((spec) => [
      spec.name,
      cloud.redis(name(`redis-${spec.name}`), { context, spec, network, secrets, images }, platform, opts),
    ]),
  );
  const storage = cloud.storage(
    name("storage"),
    { context, buckets: topology.storage, network, secrets },
    platform,
    opts,
  );
  const parts = { network, images, secrets, postgres, redis, redisRoles: redisRoles(topology.redis), storage };
  const identity = cloud.identity(
    name("identity"),
    { context, workloads: identitySpecs(topology.compute), ...parts },
    platform,
    opts,
  );
  const compute = cloud.compute(
    name("compute"),
    {
      context,
      spec: topology.compute,
      domain: topology.cdn.domain,
      zone: topology.cdn.zone,
      routes: topology.cdn.routes,
      hosts: topology.cdn.hosts,
      ...parts,
      identity,
    },
    platform,
    opts,
  );
  const cdn = cloud.cdn(
    name("cdn"),
    { context, spec: topology.cdn, compute, storage, network, images },
    platform,
    opts,
  );

  return {
    url: cdn.url,
    postgresHost: postgres.host,
    redisHosts: Object.fromEntries(Object.entries(redis).map(([instance, { host }]) => [instance, host])),
    buckets: storage.bucketNames,
  };
}
