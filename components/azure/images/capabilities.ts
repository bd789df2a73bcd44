import type { ConceptOptions } from "../../contract/capabilities";
import { different } from "../../contract/capabilities/capability";

/** How Azure supports each option of images. */
export const imagesCapabilities: ConceptOptions<"images"> = {
  "images.repository": different(
    "AcrPull of the workload's identity",
    "on the whole registry that the host names: a Container Registry has no narrower built-in role without ABAC",
  ),
  "images.registries": different(
    "registries of the app or job",
    "the password is a reference to the vault, which was never tried for a registry; not from ECR, whose passwords last twelve hours",
  ),
  "images.egress": different(
    "network security group rules",
    "by port, for all workloads: the layers of an image come from hosts that its registry names later",
  ),
};
