import type { Cloud } from "../contract";
import type { ComponentsOf, TransformsOf } from "../shared/transforms";
import { KubernetesCompute } from "./compute";
import { KubernetesEdge } from "./edge";
import { KubernetesIdentity } from "./identity";
import { KubernetesImages } from "./images";
import { KubernetesNetwork } from "./network";
import type { KubernetesPlatformSpec } from "./platform-spec";
import { KubernetesPostgres } from "./postgres";
import { KubernetesRedis } from "./redis";
import { KubernetesSecrets } from "./secrets";
import { KubernetesStorage } from "./storage";

/** The classes of the components, by concept. */
interface KubernetesClasses {
  network: typeof KubernetesNetwork;
  secrets: typeof KubernetesSecrets;
  images: typeof KubernetesImages;
  postgres: typeof KubernetesPostgres;
  redis: typeof KubernetesRedis;
  storage: typeof KubernetesStorage;
  identity: typeof KubernetesIdentity;
  compute: typeof KubernetesCompute;
  edge: typeof KubernetesEdge;
}

/** The components of a cluster. */
export type KubernetesComponents = ComponentsOf<KubernetesClasses>;

/** Changes of single objects on Kubernetes, by concept. */
export type KubernetesTransforms = TransformsOf<KubernetesClasses>;

declare module "../contract/transform" {
  interface Transforms {
    kubernetes?: KubernetesTransforms;
  }
}

/** Any conformant cluster at a place, with the changes that an application wants. */
export function kubernetes(
  platform: KubernetesPlatformSpec,
  transforms: KubernetesTransforms = {},
): Cloud<KubernetesComponents> {
  return {
    network: (name, args, opts) =>
      new KubernetesNetwork(name, { ...args, platform, transform: transforms.network }, opts),
    secrets: (name, args, opts) => new KubernetesSecrets(name, { ...args, platform }, opts),
    images: (name, args, opts) => new KubernetesImages(name, args, opts),
    postgres: (name, args, opts) =>
      new KubernetesPostgres(name, { ...args, platform, transform: transforms.postgres }, opts),
    redis: (name, args, opts) => new KubernetesRedis(name, { ...args, platform, transform: transforms.redis }, opts),
    storage: (name, args, opts) => new KubernetesStorage(name, { ...args, platform }, opts),
    identity: (name, args, opts) => new KubernetesIdentity(name, args, opts),
    compute: (name, args, opts) => new KubernetesCompute(name, { ...args, transform: transforms.compute }, opts),
    edge: (name, args, opts) => new KubernetesEdge(name, { ...args, platform, transform: transforms.edge }, opts),
  };
}
