import type { ConceptArgs, TopologyConcept } from "../contract";
import type { AwsCdn } from "./cdn";
import type { AwsCompute } from "./compute";
import type { AwsIdentity } from "./identity";
import type { AwsImages } from "./images";
import type { AwsNetwork } from "./network";
import type { AwsPostgres } from "./postgres";
import type { AwsRedis } from "./redis";
import type { AwsSecrets } from "./secrets";
import type { AwsStorage } from "./storage";

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
  cdn: AwsCdn;
}

/** What a concept is built from here. */
export type AwsArgs<K extends TopologyConcept> = ConceptArgs<AwsComponents>[K];
