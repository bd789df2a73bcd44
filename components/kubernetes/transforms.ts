import type { ComputeTransforms } from "./compute";
import type { EdgeTransforms } from "./edge";
import type { NetworkTransforms } from "./network";
import type { PostgresTransforms } from "./postgres";
import type { RedisTransforms } from "./redis";

/** Changes of single objects on Kubernetes, by concept. */
export interface KubernetesTransforms {
  network?: NetworkTransforms;
  postgres?: PostgresTransforms;
  redis?: RedisTransforms;
  compute?: ComputeTransforms;
  edge?: EdgeTransforms;
}

declare module "../contract/transform" {
  interface Transforms {
    kubernetes?: KubernetesTransforms;
  }
}
