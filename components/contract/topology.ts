import { type ComputeSpec, workloadsOf } from "./compute";
import type { ComponentContext } from "./context";
import type { EdgeSpec } from "./edge";
import type { IdentitySpec } from "./identity";
import type { ImagesSpec } from "./images";
import type { NetworkSpec } from "./network";
import type { PostgresSpec } from "./postgres";
import type { RedisSpec } from "./redis";
import type { SecretSpec } from "./secrets";
import type { BucketSpec } from "./storage";

/**
 * The whole application at one place: plain data, free of any cloud's terms, every number decided.
 * Whatever the clouds make of it, they make of this and nothing else. A concept that the application has nothing of is undefined,
 * or an empty list: then nothing is made of it.
 */
export interface Topology {
  context: ComponentContext;
  network: NetworkSpec;
  secrets: SecretSpec[];
  images: ImagesSpec;
  /** Undefined where the application has no database. */
  postgres?: PostgresSpec;
  redis: RedisSpec[];
  storage: BucketSpec[];
  compute: ComputeSpec;
  /** Undefined where the application is not reached from outside. */
  edge?: EdgeSpec;
  /** Settings of one platform only. */
  platform: PlatformSpec;
}

/**
 * Facts about the place that no other target has, by the target's name. Each target that has such facts adds its key in its
 * `platform.ts` (`declare module`), so that the contract names none.
 */
// biome-ignore lint/suspicious/noEmptyInterface: it is open; targets add to it
export interface PlatformSpec {}

/** Which instance plays each role, from the Redis instances of a topology. */
export function redisRoles(instances: readonly RedisSpec[]): Record<string, string> {
  return Object.fromEntries(instances.flatMap((instance) => instance.roles.map((role) => [role, instance.name])));
}

/** The rights of each workload, derived from its secrets and buckets. */
export function identitySpecs(compute: ComputeSpec): IdentitySpec[] {
  return workloadsOf(compute).map((workload) => ({
    workload: workload.name,
    image: workload.image,
    secrets: [...new Set(Object.values(workload.secrets))].sort(),
    buckets: workload.buckets,
    variables: workload.variables,
  }));
}
