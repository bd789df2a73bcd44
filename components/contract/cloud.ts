import type * as pulumi from "@pulumi/pulumi";
import type { Cdn, CdnArgs } from "./cdn";
import type { Compute, ComputeArgs } from "./compute";
import type { Identity, IdentityArgs } from "./identity";
import type { Images, ImagesArgs } from "./images";
import type { Network, NetworkArgs } from "./network";
import type { Postgres, PostgresArgs } from "./postgres";
import type { Redis, RedisArgs } from "./redis";
import type { Secrets, SecretsArgs } from "./secrets";
import type { Storage, StorageArgs } from "./storage";
import type { PlatformSpec } from "./topology";

/** The component classes of one cloud, each with the outputs that its siblings need. */
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

/** Options of a component that stands under another. */
export type ComponentOptions = pulumi.ComponentResourceOptions;

/**
 * One factory per concept. A cloud's `index.ts` is an object that `satisfies Cloud<...>`, so the compiler names what a
 * new cloud still lacks. `platform` is handed to every factory because only the cloud knows which fact it needs where.
 */
export interface Cloud<C extends CloudComponents> {
  network(name: string, args: NetworkArgs, platform: PlatformSpec, opts: ComponentOptions): C["network"];
  secrets(
    name: string,
    args: SecretsArgs & { network: C["network"] },
    platform: PlatformSpec,
    opts: ComponentOptions,
  ): C["secrets"];
  images(
    name: string,
    args: ImagesArgs & { network: C["network"]; secrets: C["secrets"] },
    platform: PlatformSpec,
    opts: ComponentOptions,
  ): C["images"];
  postgres(
    name: string,
    args: PostgresArgs<C["network"]> & { secrets: C["secrets"]; images: C["images"] },
    platform: PlatformSpec,
    opts: ComponentOptions,
  ): C["postgres"];
  redis(
    name: string,
    args: RedisArgs<C["network"]> & { secrets: C["secrets"]; images: C["images"] },
    platform: PlatformSpec,
    opts: ComponentOptions,
  ): C["redis"];
  storage(
    name: string,
    args: StorageArgs & { network: C["network"]; secrets: C["secrets"] },
    platform: PlatformSpec,
    opts: ComponentOptions,
  ): C["storage"];
  identity(
    name: string,
    args: IdentityArgs<C["secrets"], C["postgres"], C["redis"], C["storage"]> & {
      network: C["network"];
      images: C["images"];
    },
    platform: PlatformSpec,
    opts: ComponentOptions,
  ): C["identity"];
  compute(
    name: string,
    args: ComputeArgs<C["network"], C["images"], C["secrets"], C["postgres"], C["redis"], C["storage"], C["identity"]>,
    platform: PlatformSpec,
    opts: ComponentOptions,
  ): C["compute"];
  cdn(
    name: string,
    args: CdnArgs<C["compute"], C["storage"], C["network"]> & { images: C["images"] },
    platform: PlatformSpec,
    opts: ComponentOptions,
  ): C["cdn"];
}
