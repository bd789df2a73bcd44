import type { ConceptOptions } from "../../contract/capabilities";
import { different, full } from "../../contract/capabilities/capability";

/** How a cluster supports each option of images. */
export const imagesCapabilities: ConceptOptions<"images"> = {
  "images.repository": different(
    "imagePullSecrets, else the node",
    "what a node may pull is the cluster's own affair; a login may pull what its registry lets it",
  ),
  "images.registries": full("imagePullSecrets of the workload's ServiceAccount, by the host of its image"),
  "images.egress": different("nothing", "nodes pull images, outside of any NetworkPolicy"),
};
