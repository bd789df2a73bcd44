import { isTrue, must, mustIfSet } from "../../core/finding";
import type { Rule } from "../../core/rule";
import { ofTaskContainers } from "../../kinds/ecs";
import { ofPodContainers } from "../../kinds/pods";

/** Containers can't write to their image. */
export const rule: Rule = {
  id: "containers-read-only-root",
  title: "Containers have a read-only root file system.",
  severity: "medium",
  frameworks: {
    "NSA/CISA Kubernetes Hardening 1.0": ["1.1"],
    "CIS Kubernetes 2.0.1": ["5.6.3"],
    "SOC 2": ["CC6.8"],
  },
  why: "An intruder can change the program that runs, or leave tools behind.",
  fix: "Make the root read-only, and mount an empty directory where the program writes.",
  source: "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-5",
  breaksBy: {
    "kinds that make Pods": [
      "spec.os.name",
      "spec.{containers,initContainers,ephemeralContainers}[].securityContext.readOnlyRootFilesystem",
    ],
    "aws:ecs/taskDefinition:TaskDefinition": [
      "containerDefinitions[].readonlyRootFilesystem",
      "runtimePlatform.operatingSystemFamily",
    ],
  },
  checks: {
    // Kubernetes refuses the setting for Windows, whose system files are written to by its own services.
    ...ofPodContainers(
      (container, _, { isPatch }) =>
        (isPatch ? mustIfSet : must)(container.at("securityContext").at("readOnlyRootFilesystem"), isTrue),
      { patches: true, linuxOnly: true },
    ),
    ...ofTaskContainers((container) => must(container.at("readonlyRootFilesystem"), isTrue)),
  },
};
