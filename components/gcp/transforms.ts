import type { ComputeTransforms } from "./compute";
import type { EdgeTransforms } from "./edge";
import type { NetworkTransforms } from "./network";
import type { PostgresTransforms } from "./postgres";
import type { RedisTransforms } from "./redis";
import type { RegistryTransforms } from "./registry";
import type { StorageTransforms } from "./storage";

/** Changes of single resources on Google Cloud, by concept. */
export interface GcpTransforms {
  network?: NetworkTransforms;
  registry?: RegistryTransforms;
  postgres?: PostgresTransforms;
  redis?: RedisTransforms;
  storage?: StorageTransforms;
  compute?: ComputeTransforms;
  edge?: EdgeTransforms;
}

declare module "../contract/transform" {
  interface Transforms {
    gcp?: GcpTransforms;
  }
}
