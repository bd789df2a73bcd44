import type * as pulumi from "@pulumi/pulumi";
import type { Compute, ComputeArgs } from "./compute";
import type { TopologyConcept } from "./concepts";
import type { Edge, EdgeArgs } from "./edge";
import type { Identity, IdentityArgs } from "./identity";
import type { Images, ImagesArgs } from "./images";
import type { Network, NetworkArgs } from "./network";
import type { Postgres, PostgresArgs } from "./postgres";
import type { Redis, RedisArgs } from "./redis";
import type { Secrets, SecretsArgs } from "./secrets";
import type { Storage, StorageArgs } from "./storage";

/**
 * The outputs of each concept's component that other components use, on any cloud. A cloud's own classes may have more
 * outputs.
 */
export interface CloudComponents {
  network: Network;
  secrets: Secrets;
  images: Images;
  postgres: Postgres;
  redis: Redis;
  storage: Storage;
  identity: Identity;
  compute: Compute;
  edge: Edge;
}

/** The component classes of one target: those of a concept that it refuses are undefined. */
export type TargetComponents = { [K in TopologyConcept]: CloudComponents[K] | undefined };

/** What each concept is built from, on a cloud with these component classes: its spec, and the siblings before it. */
export interface ConceptArgs<C extends TargetComponents> {
  network: NetworkArgs;
  secrets: SecretsArgs & Pick<C, "network">;
  images: ImagesArgs & Pick<C, "network" | "secrets">;
  postgres: PostgresArgs & Pick<C, "network" | "secrets" | "images">;
  redis: RedisArgs & Pick<C, "network" | "secrets" | "images">;
  storage: StorageArgs & Pick<C, "network" | "secrets">;
  identity: IdentityArgs & Pick<C, "network" | "secrets" | "images" | "storage"> & DataOf<C>;
  compute: ComputeArgs & Pick<C, "network" | "secrets" | "images" | "storage" | "identity"> & DataOf<C>;
  edge: EdgeArgs & Pick<C, "network" | "images" | "storage"> & { compute: C["compute"] | undefined };
}

/** The data stores of a topology. */
export interface DataOf<C extends TargetComponents> {
  /** Undefined where the application has none. */
  postgres: C["postgres"] | undefined;
  /** By instance name. */
  redis: Readonly<Record<string, C["redis"]>>;
  /** Role to instance name. */
  redisRoles: Readonly<Record<string, string>>;
}

/** Options of a child component. */
export type ComponentOptions = pulumi.ComponentResourceOptions;

/**
 * One factory per concept. A target's `index.ts` returns one, so that the compiler names what it still lacks. Of a concept that the
 * target refuses the factory is `none`.
 */
export type Cloud<C extends TargetComponents> = {
  [K in TopologyConcept]: (name: string, args: ConceptArgs<C>[K], opts: ComponentOptions) => C[K];
};

/** The factory of a concept that a target refuses: its capability table says why, and the config's checks before anything is made. */
export function none(): undefined {
  return undefined;
}
