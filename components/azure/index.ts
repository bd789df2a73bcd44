import type { Cloud } from "../contract";
import type { ComponentsOf, TransformsOf } from "../shared/transforms";
import { AzureCompute } from "./compute";
import { AzureEdge } from "./edge";
import { AzureIdentity } from "./identity";
import { AzureImages } from "./images";
import { AzureNetwork } from "./network";
import type { AzurePlatformSpec } from "./platform";
import { AzurePostgres } from "./postgres";
import { AzureRedis } from "./redis";
import type { AzureRegistry } from "./registry";
import { AzureSecrets } from "./secrets";
import { AzureStorage } from "./storage";

/** The classes of the components, by concept. */
interface AzureClasses {
  network: typeof AzureNetwork;
  secrets: typeof AzureSecrets;
  images: typeof AzureImages;
  postgres: typeof AzurePostgres;
  redis: typeof AzureRedis;
  storage: typeof AzureStorage;
  identity: typeof AzureIdentity;
  compute: typeof AzureCompute;
  edge: typeof AzureEdge;
}

/** The components of Azure. */
export type AzureComponents = ComponentsOf<AzureClasses>;

/** Changes of single resources on Azure, by concept. */
export type AzureTransforms = TransformsOf<AzureClasses & { registry: typeof AzureRegistry }>;

declare module "../contract/transform" {
  interface Transforms {
    azure?: AzureTransforms;
  }
}

/** Azure at a place, with the changes that an application wants. */
export function azure(platform: AzurePlatformSpec, transforms: AzureTransforms = {}): Cloud<AzureComponents> {
  return {
    network: (name, args, opts) => new AzureNetwork(name, { ...args, transform: transforms.network }, opts),
    secrets: (name, args, opts) => new AzureSecrets(name, args, opts),
    images: (name, args, opts) => new AzureImages(name, { ...args, platform }, opts),
    postgres: (name, args, opts) => new AzurePostgres(name, { ...args, transform: transforms.postgres }, opts),
    redis: (name, args, opts) => new AzureRedis(name, { ...args, transform: transforms.redis }, opts),
    storage: (name, args, opts) => new AzureStorage(name, { ...args, transform: transforms.storage }, opts),
    identity: (name, args, opts) => new AzureIdentity(name, args, opts),
    compute: (name, args, opts) => new AzureCompute(name, { ...args, platform, transform: transforms.compute }, opts),
    edge: (name, args, opts) => new AzureEdge(name, { ...args, platform, transform: transforms.edge }, opts),
  };
}
