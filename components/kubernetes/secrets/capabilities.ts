import type { ConceptOptions } from "../../contract/capabilities";
import { different } from "../../contract/capabilities/capability";

/** How a cluster supports each option of secrets. */
export const secretsCapabilities: ConceptOptions<"secrets"> = {
  "secrets.generated": different(
    "External Secrets password generator; never in Pulumi's state",
    "the cluster holds the only copy: back its Secrets up, or what they encrypted is lost with it",
  ),
  "secrets.external": different(
    "stack config to a Secret, else ExternalSecret from the cluster's secret store",
    "a value that the stack does not give is read from the ClusterSecretStore under <app>/<environment>/<name>; containers take a change there up when they start",
  ),
};
