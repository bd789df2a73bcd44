import { postgresSizes, type Topology } from "../../../components/contract";
import { volumeGiB } from "../../../components/kubernetes/redis/sizes";
import type { LifeStep } from "../lives/program/step";

/** A change of day 2. */
export interface ClusterChange extends LifeStep {
  name: string;
}

/** Changes, from the first `up` on. */
export type ClusterChanges = readonly [ClusterChange, ...ClusterChange[]];

/** What any stack becomes one after the other, up to what can be destroyed. */
export function ordinaryChanges(shipped: Topology): ClusterChanges {
  const first = quick(shipped);
  const larger = enlarged(first);
  return keepingVolumes([
    change("first", first),
    change("larger, and new images", larger),
    change("smaller, and the images of before", first),
    change("protection off", unprotected(first)),
  ]);
}

/** A claim never shrinks, so that a stack with less memory for Redis says how large its volumes are (docs/kubernetes.md, "Day 2"). */
export function keepingVolumes([first, ...later]: ClusterChanges): ClusterChanges {
  let largest = 0;
  const kept = ({ topology, ...change }: ClusterChange): ClusterChange => {
    const own = structuredClone(topology);
    const { kubernetes } = own.platform;
    const sizes = own.redis.map((spec) => volumeGiB(spec, undefined));
    if (kubernetes !== undefined && sizes.some((size) => size < largest)) kubernetes.redisVolumeGiB = largest;
    largest = Math.max(largest, ...sizes);
    return { ...change, topology: own };
  };
  return [kept(first), ...later.map(kept)];
}

/** Pods are ready for a second, and not for ten, before they count: that is waiting, and nothing that is tested here. */
export function quick<T extends Topology>(base: T): T {
  const topology = structuredClone(base);
  for (const { rollout } of topology.compute.services) rollout.minReadySeconds = 1;
  return topology;
}

function change(name: string, topology: Topology): ClusterChange {
  return { name, topology, secretValues: {} };
}

function enlarged(base: Topology): Topology {
  const topology = structuredClone(base);
  const { postgres, redis, compute } = topology;
  if (postgres !== undefined) {
    postgres.size = postgresSizes[postgresSizes.indexOf(postgres.size) + 1] ?? postgres.size;
  }
  for (const one of redis) one.memoryMiB *= 2;
  for (const workload of [...compute.services, ...compute.migrations, ...compute.cronJobs]) {
    workload.image = workload.image.replace(/@sha256:.*/, `@sha256:${"1".repeat(64)}`);
  }
  for (const { autoscaling, kind } of compute.services) {
    if (kind !== "scheduler") autoscaling.maxReplicas += 2;
  }
  return topology;
}

function unprotected(base: Topology): Topology {
  const topology = structuredClone(base);
  topology.context.protect = false;
  for (const held of [topology.postgres, topology.edge, ...topology.redis, ...topology.storage]) {
    if (held !== undefined) held.deletionProtection = false;
  }
  return topology;
}
