import type { ConceptOptions } from "../../contract/capabilities";
import { different, full } from "../../contract/capabilities/capability";

/** How AWS supports each option of images. */
export const imagesCapabilities: ConceptOptions<"images"> = {
  "images.repository": full("ECS execution role, by repository, account and region"),
  "images.registries": full("repositoryCredentials of the task, from Secrets Manager"),
  "images.egress": different(
    "security group rules",
    "by port: the layers of an image come from hosts that its registry names later",
  ),
};
