import type { ComputeTransforms } from "./compute";
import type { CdnTransforms } from "./edge";
import type { NetworkTransforms } from "./network";
import type { PostgresTransforms } from "./postgres";
import type { RedisTransforms } from "./redis";

/** Changes of single objects on Kubernetes, by concept. */
export interface KubernetesTransforms {
  network?: NetworkTransforms;
  postgres?: PostgresTransforms;
  redis?: RedisTransforms;
  compute?: ComputeTransforms;
  cdn?: CdnTransforms;
}

declare module "../contract/transform" {
  interface Transforms {
    kubernetes?: KubernetesTransforms;
  }
}
