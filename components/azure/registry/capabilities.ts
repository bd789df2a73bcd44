import type { ConceptOptions } from "../../contract/capabilities";
import { different, full } from "../../contract/capabilities/capability";

/** How Azure supports each option of the image repositories. */
export const registryCapabilities: ConceptOptions<"registry"> = {
  "registry.scanning": different(
    "Microsoft Defender for Containers",
    "a plan of the whole subscription, which nothing of one stack can switch on",
  ),
  "registry.immutableTags": different(
    "locks of single tags",
    "Container Registry has no rule for a whole repository; deploy by digest, as prod has to",
  ),
  "registry.untaggedRetentionDays": full("retention policy of Container Registry Premium"),
  "registry.keepTagged": full("a daily task of the registry (acr purge)"),
  "registry.pullers": full("AcrPull of the registry, by identity"),
};
