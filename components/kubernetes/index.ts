import type { Cloud, KubernetesPlatformSpec, PlatformSpec } from "../contract";
import { KubernetesCdn } from "./cdn";
import { KubernetesCompute } from "./compute";
import { KubernetesIdentity } from "./identity";
import { KubernetesImages } from "./image-pulls";
import { KubernetesNetwork } from "./network";
import { KubernetesPostgres } from "./postgres";
import { KubernetesRedis } from "./redis";
import { KubernetesSecrets } from "./secrets";
import { KubernetesStorage } from "./storage";
import type { KubernetesTransforms } from "./transforms";

/** The components of Kubernetes. */
export interface KubernetesComponents {
  network: KubernetesNetwork;
  secrets: KubernetesSecrets;
  images: KubernetesImages;
  postgres: KubernetesPostgres;
  redis: KubernetesRedis;
  storage: KubernetesStorage;
  identity: KubernetesIdentity;
  compute: KubernetesCompute;
  cdn: KubernetesCdn;
}

/** Any conformant cluster, with the changes that an application wants. */
export function kubernetes(transforms: KubernetesTransforms = {}) {
  return {
    network: (name, args, platform, opts) =>
      new KubernetesNetwork(name, { ...args, platform: factsOf(platform), transform: transforms.network }, opts),
    secrets: (name, args, platform, opts) =>
      new KubernetesSecrets(name, { ...args, platform: factsOf(platform) }, opts),
    images: (name, args, _platform, opts) => new KubernetesImages(name, args, opts),
    postgres: (name, args, platform, opts) =>
      new KubernetesPostgres(name, { ...args, platform: factsOf(platform), transform: transforms.postgres }, opts),
    redis: (name, args, platform, opts) =>
      new KubernetesRedis(name, { ...args, platform: factsOf(platform), transform: transforms.redis }, opts),
    storage: (name, args, platform, opts) =>
      new KubernetesStorage(name, { ...args, platform: factsOf(platform) }, opts),
    identity: (name, args, _platform, opts) => new KubernetesIdentity(name, args, opts),
    compute: (name, args, _platform, opts) =>
      new KubernetesCompute(name, { ...args, transform: transforms.compute }, opts),
    cdn: (name, args, platform, opts) =>
      new KubernetesCdn(name, { ...args, platform: factsOf(platform), transform: transforms.cdn }, opts),
  } satisfies Cloud<KubernetesComponents>;
}

/** The facts about the cluster, without which nothing can be built. */
function factsOf({ kubernetes: facts }: PlatformSpec): KubernetesPlatformSpec {
  if (facts === undefined) throw new Error("the topology says nothing of its cluster: platform.kubernetes is missing");
  return facts;
}
