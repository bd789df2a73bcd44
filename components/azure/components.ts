import type { ConceptArgs, TopologyConcept } from "../contract";
import type { AzureCdn } from "./cdn";
import type { AzureCompute } from "./compute";
import type { AzureIdentity } from "./identity";
import type { AzureImages } from "./images";
import type { AzureNetwork } from "./network";
import type { AzurePostgres } from "./postgres";
import type { AzureRedis } from "./redis";
import type { AzureSecrets } from "./secrets";
import type { AzureStorage } from "./storage";

/** The components of Azure. */
export interface AzureComponents {
  network: AzureNetwork;
  secrets: AzureSecrets;
  images: AzureImages;
  postgres: AzurePostgres;
  redis: AzureRedis;
  storage: AzureStorage;
  identity: AzureIdentity;
  compute: AzureCompute;
  cdn: AzureCdn;
}

/** What a concept is built from here. */
export type AzureArgs<K extends TopologyConcept> = ConceptArgs<AzureComponents>[K];
