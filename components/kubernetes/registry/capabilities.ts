import type { ConceptOptions } from "../../contract/capabilities";
import { different } from "../../contract/capabilities/capability";

/** How a cluster supports each option of the image repositories. */
export const registryCapabilities: ConceptOptions<"registry"> = {
  "registry.scanning": different("the registry that the image references name", "a cluster has no registry of its own"),
  "registry.pullers": different("the registry that the image references name", "a cluster has no registry of its own"),
  "registry.immutableTags": different(
    "the registry that the image references name",
    "a cluster has no registry of its own",
  ),
  "registry.untaggedRetentionDays": different(
    "the registry that the image references name",
    "a cluster has no registry of its own",
  ),
  "registry.keepTagged": different(
    "the registry that the image references name",
    "a cluster has no registry of its own",
  ),
};
