import type { ConceptOptions } from "../../contract/capabilities";
import { different } from "../../contract/capabilities/capability";

/** How Google Cloud supports each option of identities. */
export const identityCapabilities: ConceptOptions<"identity"> = {
  "identity.perWorkload": different(
    "a service account per workload, grants per secret and bucket",
    "who uses a bucket that browsers call may sign addresses for them",
  ),
};
