import { findProject } from "../../../preview/project/project";
import { readStack } from "../../../preview/project/stacks";
import { projectDir } from "../../support/project";

/** What a shipped stack says of its cluster, for tests that say some of it otherwise. */
export const shippedCluster: Readonly<Record<string, unknown>> = JSON.parse(
  readStack(findProject(projectDir), "icosistem-kubernetes-prod").values["isotopo:kubernetes"] ?? "{}",
);
