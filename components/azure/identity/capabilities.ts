import type { ConceptOptions } from "../../contract/capabilities";
import { full } from "../../contract/capabilities/capability";

/** How Azure supports each option of identities. */
export const identityCapabilities: ConceptOptions<"identity"> = {
  "identity.perWorkload": full("user-assigned identity, roles per secret, container and registry"),
};
