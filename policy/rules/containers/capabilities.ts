import { type Finding, must, type Requirement } from "../../core/finding";
import type { Rule } from "../../core/rule";
import type { View } from "../../core/view";
import { brokenInContexts, ofGroupContexts } from "../../kinds/container-groups";
import { ofTaskContainers, taskCapabilities } from "../../kinds/ecs";
import { baselineCapabilities, podSecurityPage } from "../../kinds/pod-security";
import { ofPodContainers } from "../../kinds/pods";

/** None is added but these. `nameOf` is for a platform that writes their names in another way. */
function ofAdd(add: View<string[]>, addable: readonly string[], nameOf = (text: string) => text): Finding[] {
  const allowed: Requirement = {
    words: `none but ${addable.join(", ")}`,
    allows: (item) => addable.includes(nameOf(item.text() ?? "")),
  };
  return add.items().flatMap((item) => must(item, allowed));
}

/** Containers add no Linux capability beyond the runtime's default set. */
export const rule: Rule = {
  id: "containers-capabilities",
  title: "Containers add no capability beyond the runtime's default set.",
  severity: "high",
  frameworks: {
    "Pod Security Standards": ["baseline: Capabilities"],
    "CIS Kubernetes 2.0.1": ["5.2.8", "5.6.3"],
    "SOC 2": ["CC6.1"],
  },
  why: "With SYS_ADMIN, SYS_PTRACE or NET_ADMIN a process takes over its node, or listens to the traffic of every Pod on it.",
  fix: "Leave it out of capabilities.add.",
  source: podSecurityPage,
  breaksBy: {
    "kinds that make Pods": ["spec.{containers,initContainers,ephemeralContainers}[].securityContext.capabilities.add"],
    "aws:ecs/taskDefinition:TaskDefinition": [
      "containerDefinitions[].linuxParameters.capabilities.add",
      "runtimePlatform.operatingSystemFamily",
    ],
    ...brokenInContexts("capabilities.add"),
  },
  checks: {
    // Windows is not exempt.
    ...ofPodContainers(
      (container) => ofAdd(container.at("securityContext").at("capabilities").at("add"), baselineCapabilities),
      { patches: true },
    ),
    ...ofTaskContainers((container) =>
      // SYS_PTRACE is the one that Fargate can add (ECS API reference, `KernelCapabilities`), for tools of the runtime's.
      ofAdd(taskCapabilities(container).at("add"), [...baselineCapabilities, "SYS_PTRACE"]),
    ),
    ...ofGroupContexts((context) =>
      // Azure writes them as the kernel does: `CAP_NET_ADMIN` (examples of the REST API's "Container Groups").
      ofAdd(context.at("capabilities").at("add"), baselineCapabilities, (text) => text.replace(/^CAP_/, "")),
    ),
  },
};
