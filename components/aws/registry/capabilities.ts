import type { ConceptOptions } from "../../contract/capabilities";
import { different, full } from "../../contract/capabilities/capability";

/** How AWS supports each option of the image repositories. */
export const registryCapabilities: ConceptOptions<"registry"> = {
  "registry.scanning": full("ECR repositories"),
  "registry.pullers": full("ECR repository policy, by account"),
  "registry.immutableTags": full("ECR tag immutability"),
  "registry.untaggedRetentionDays": full("ECR lifecycle policy"),
  "registry.keepTagged": different("ECR lifecycle policy", "untagged images count too"),
};
