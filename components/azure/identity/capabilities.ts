import type { ConceptOptions } from "../../contract/capabilities";
import { full } from "../../contract/capabilities/capability";

/** What Azure makes of each option of identities. */
export const identityCapabilities: ConceptOptions<"identity"> = {
  "identity.perWorkload": full("user-assigned identity, roles per secret, container and registry"),
};
