import type { Cloud } from "../contract";
import type { ComponentsOf, TransformsOf } from "../shared/transforms";
import { AwsCompute } from "./compute";
import { AwsEdge } from "./edge";
import { AwsIdentity } from "./identity";
import { AwsImages } from "./images";
import { AwsNetwork } from "./network";
import { AwsPostgres } from "./postgres";
import { AwsRedis } from "./redis";
import type { AwsRegistry } from "./registry";
import { AwsSecrets } from "./secrets";
import { AwsStorage } from "./storage";

/** The classes of the components, by concept. */
interface AwsClasses {
  network: typeof AwsNetwork;
  secrets: typeof AwsSecrets;
  images: typeof AwsImages;
  postgres: typeof AwsPostgres;
  redis: typeof AwsRedis;
  storage: typeof AwsStorage;
  identity: typeof AwsIdentity;
  compute: typeof AwsCompute;
  edge: typeof AwsEdge;
}

/** The components of AWS. */
export type AwsComponents = ComponentsOf<AwsClasses>;

/** Changes of single resources on AWS, by concept. */
export type AwsTransforms = TransformsOf<AwsClasses & { registry: typeof AwsRegistry }>;

declare module "../contract/transform" {
  interface Transforms {
    aws?: AwsTransforms;
  }
}

/** AWS, with the changes that an application wants. */
export function aws(transforms: AwsTransforms = {}): Cloud<AwsComponents> {
  return {
    network: (name, args, opts) => new AwsNetwork(name, { ...args, transform: transforms.network }, opts),
    secrets: (name, args, opts) => new AwsSecrets(name, args, opts),
    images: (name, args, opts) => new AwsImages(name, args, opts),
    postgres: (name, args, opts) => new AwsPostgres(name, { ...args, transform: transforms.postgres }, opts),
    redis: (name, args, opts) => new AwsRedis(name, { ...args, transform: transforms.redis }, opts),
    storage: (name, args, opts) => new AwsStorage(name, { ...args, transform: transforms.storage }, opts),
    identity: (name, args, opts) => new AwsIdentity(name, args, opts),
    compute: (name, args, opts) => new AwsCompute(name, { ...args, transform: transforms.compute }, opts),
    edge: (name, args, opts) => new AwsEdge(name, { ...args, transform: transforms.edge }, opts),
  };
}
