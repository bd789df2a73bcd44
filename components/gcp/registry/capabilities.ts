import type { ConceptOptions } from "../../contract/capabilities";
import { different, full } from "../../contract/capabilities/capability";

/** How Google Cloud supports each option of the image repositories. */
export const registryCapabilities: ConceptOptions<"registry"> = {
  "registry.scanning": different(
    "Artifact Analysis",
    "on push where the project has enabled the Container Scanning API; a repository can only opt out",
  ),
  "registry.immutableTags": full("immutable tags of Artifact Registry"),
  "registry.untaggedRetentionDays": full("cleanup policy"),
  "registry.keepTagged": different(
    "none: all tagged images are kept",
    "a tag that can't be moved can't be deleted either, so that clean-up takes untagged images only",
  ),
  "registry.pullers": full("Artifact Registry Reader of the repository, for Cloud Run's service agent of a project"),
};
