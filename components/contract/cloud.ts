import type * as pulumi from "@pulumi/pulumi";
import type { Cdn, CdnArgs } from "./cdn";
import type { Compute, ComputeArgs } from "./compute";
import type { TopologyConcept } from "./concepts";
import type { Identity, IdentityArgs } from "./identity";
import type { Images, ImagesArgs } from "./images";
import type { Network, NetworkArgs } from "./network";
import type { Postgres, PostgresArgs } from "./postgres";
import type { Redis, RedisArgs } from "./redis";
import type { Secrets, SecretsArgs } from "./secrets";
import type { Storage, StorageArgs } from "./storage";

/** What a component of each concept is to its siblings, on any cloud. A cloud's own classes may have more outputs. */
export interface CloudComponents {
  network: Network;
  secrets: Secrets;
  images: Images;
  postgres: Postgres;
  redis: Redis;
  storage: Storage;
  identity: Identity;
  compute: Compute;
  cdn: Cdn;
}

/** What each concept is built from, on a cloud with these component classes: its spec, and the siblings before it. */
export interface ConceptArgs<C extends CloudComponents> {
  network: NetworkArgs;
  secrets: SecretsArgs & Pick<C, "network">;
  images: ImagesArgs & Pick<C, "network" | "secrets">;
  postgres: PostgresArgs & Pick<C, "network" | "secrets" | "images">;
  redis: RedisArgs & Pick<C, "network" | "secrets" | "images">;
  storage: StorageArgs & Pick<C, "network" | "secrets">;
  identity: IdentityArgs & Pick<C, "network" | "secrets" | "images" | "storage"> & DataOf<C>;
  compute: ComputeArgs & Pick<C, "network" | "secrets" | "images" | "storage" | "identity"> & DataOf<C>;
  cdn: CdnArgs & Pick<C, "network" | "images" | "storage" | "compute">;
}

/** The data stores of a topology. */
export interface DataOf<C extends CloudComponents> {
  postgres: C["postgres"];
  /** By instance name. */
  redis: Readonly<Record<string, C["redis"]>>;
  /** Role to instance name. */
  redisRoles: Readonly<Record<string, string>>;
}

/** Options of a component that stands under another. */
export type ComponentOptions = pulumi.ComponentResourceOptions;

/**
 * One factory per concept. A cloud's `index.ts` is an object that `satisfies Cloud<...>`, so the compiler names what a
 * cloud still lacks.
 */
export type Cloud<C extends CloudComponents> = {
  [K in TopologyConcept]: (name: string, args: ConceptArgs<C>[K], opts: ComponentOptions) => C[K];
};
