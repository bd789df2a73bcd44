import type { Cloud } from "../contract";
import { AwsCompute } from "./compute";
import { AwsEdge } from "./edge";
import { AwsIdentity } from "./identity";
import { AwsImages } from "./images";
import { AwsNetwork } from "./network";
import { AwsPostgres } from "./postgres";
import { AwsRedis } from "./redis";
import { AwsSecrets } from "./secrets";
import { AwsStorage } from "./storage";
import type { AwsTransforms } from "./transforms";

/** The components of AWS. */
export interface AwsComponents {
  network: AwsNetwork;
  secrets: AwsSecrets;
  images: AwsImages;
  postgres: AwsPostgres;
  redis: AwsRedis;
  storage: AwsStorage;
  identity: AwsIdentity;
  compute: AwsCompute;
  edge: AwsEdge;
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
