import type { ConceptOptions } from "../../contract/capabilities";
import { full } from "../../contract/capabilities/capability";

/** How AWS supports each option of secrets. */
export const secretsCapabilities: ConceptOptions<"secrets"> = {
  "secrets.generated": full("random password in Secrets Manager, encrypted in Pulumi's state"),
  "secrets.external": full("stack config to Secrets Manager"),
};
