import type { ConceptOptions } from "../../contract/capabilities";
import { full } from "../../contract/capabilities/capability";

/** How AWS supports each option of identities. */
export const identityCapabilities: ConceptOptions<"identity"> = {
  "identity.perWorkload": full("IAM task role and execution role"),
};
