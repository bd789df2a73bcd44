import type { ConceptArgs, TopologyConcept } from "../contract";
import type { KubernetesCdn } from "./cdn";
import type { KubernetesCompute } from "./compute";
import type { KubernetesIdentity } from "./identity";
import type { KubernetesImages } from "./image-pulls";
import type { KubernetesNetwork } from "./network";
import type { KubernetesPostgres } from "./postgres";
import type { KubernetesRedis } from "./redis";
import type { KubernetesSecrets } from "./secrets";
import type { KubernetesStorage } from "./storage";

/** The components of a cluster. */
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

/** What a concept is built from here. */
export type KubernetesArgs<K extends TopologyConcept> = ConceptArgs<KubernetesComponents>[K];
