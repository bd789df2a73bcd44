import { isTrue, require } from "../../core/finding";
import type { Rule } from "../../core/rule";
import { ofTaskContainers } from "../../kinds/ecs";
import { ofPodContainers } from "../../kinds/pods";

/** Containers can't write to their image. */
export const rule: Rule = {
  id: "containers-read-only-root",
  title: "Containers have a read-only root file system.",
  severity: "medium",
  frameworks: {
    "SOC 2": ["CC6.8"],
  },
  why: "An intruder can change the program that runs, or leave tools behind.",
  mend: "Make the root read-only, and mount an empty directory where the program writes.",
  source: "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-5",
  checks: {
    ...ofPodContainers((container) => require(container.at("securityContext").at("readOnlyRootFilesystem"), isTrue)),
    ...ofTaskContainers((container) => require(container.at("readonlyRootFilesystem"), isTrue)),
  },
};
