import type { ConceptOptions } from "../../contract/capabilities";
import { different } from "../../contract/capabilities/capability";

/** How Google Cloud supports each option of images. */
export const imagesCapabilities: ConceptOptions<"images"> = {
  "images.repository": different(
    "Cloud Run's service agent",
    "one for all stacks of a project: it reads every repository of its own, and of another project those that grant it, in the registry's own program",
  ),
  "images.registries": different(
    "a remote repository of Artifact Registry",
    "Cloud Run pulls from Artifact Registry, and what is public of Docker Hub and GitHub: any other image comes through it; not from ECR, whose passwords last twelve hours",
  ),
  "images.egress": different("nothing", "images are pulled outside of the network"),
};
