import type { ConceptArgs, TopologyConcept } from "../contract";
import type { GcpCdn } from "./cdn";
import type { GcpCompute } from "./compute";
import type { GcpIdentity } from "./identity";
import type { GcpImages } from "./images";
import type { GcpNetwork } from "./network";
import type { GcpPostgres } from "./postgres";
import type { GcpRedis } from "./redis";
import type { GcpSecrets } from "./secrets";
import type { GcpStorage } from "./storage";

/** The components of Google Cloud. */
export interface GcpComponents {
  network: GcpNetwork;
  secrets: GcpSecrets;
  images: GcpImages;
  postgres: GcpPostgres;
  redis: GcpRedis;
  storage: GcpStorage;
  identity: GcpIdentity;
  compute: GcpCompute;
  cdn: GcpCdn;
}

/** What a concept is built from here. */
export type GcpArgs<K extends TopologyConcept> = ConceptArgs<GcpComponents>[K];
