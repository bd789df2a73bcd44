import { isNotTrue, must } from "../../core/finding";
import type { Rule } from "../../core/rule";
import { brokenInContexts, ofGroupContexts } from "../../kinds/container-groups";
import { ofTaskContainers } from "../../kinds/ecs";
import { ofPaths, otherSettings, pathsBreakBy } from "../../kinds/other-containers";
import { podSecurityPage } from "../../kinds/pod-security";
import { ofPodContainers } from "../../kinds/pods";

/** Batch, ECS' daemons, and what runs beside a computer of Azure's Machine Learning. */
export const others = {
  ...otherSettings("privileged", "securityContext.privileged"),
  "azure-native:machinelearningservices:Compute": ["properties.properties.customServices.*.docker.privileged"],
};

/** Containers are not privileged. Builds of images with Docker, as CodeBuild's, have to be. */
export const rule: Rule = {
  id: "containers-non-privileged",
  title: "Containers are not privileged.",
  severity: "critical",
  frameworks: {
    "NSA/CISA Kubernetes Hardening 1.0": ["1.2"],
    "Pod Security Standards": ["baseline: Privileged Containers"],
    "CIS Kubernetes 2.0.1": ["5.2.2"],
    "ISO 27001:2022": ["A.8.2"],
    "SOC 2": ["CC6.1"],
  },
  why: "A privileged container has every device and every capability of its host.",
  fix: "Leave privileged out; grant the one capability or device that is needed.",
  source: podSecurityPage,
  breaksBy: {
    "kinds that make Pods": ["spec.{containers,initContainers,ephemeralContainers}[].securityContext.privileged"],
    "aws:ecs/taskDefinition:TaskDefinition": [
      "containerDefinitions[].privileged",
      "runtimePlatform.operatingSystemFamily",
    ],
    ...brokenInContexts("privileged"),
    ...pathsBreakBy(others),
  },
  checks: {
    ...ofPodContainers((container) => must(container.at("securityContext").at("privileged"), isNotTrue), {
      patches: true,
    }),
    ...ofTaskContainers((container) => must(container.at("privileged"), isNotTrue)),
    ...ofPaths(others, (privileged) => must(privileged, isNotTrue)),
    ...ofGroupContexts((context) => must(context.at("privileged"), isNotTrue)),
  },
};
