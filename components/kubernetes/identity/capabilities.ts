import type { ConceptOptions } from "../../contract/capabilities";
import { different } from "../../contract/capabilities/capability";

/** How a cluster supports each option of identities. */
export const identityCapabilities: ConceptOptions<"identity"> = {
  "identity.perWorkload": different(
    "ServiceAccount without a mounted token",
    "all workloads with buckets share one pair of keys of the object storage",
  ),
};
