import { type Finding, isNoneOf, must } from "../../core/finding";
import type { Rule } from "../../core/rule";
import type { View } from "../../core/view";
import { ofTaskContainers, taskCapabilities } from "../../kinds/ecs";
import { baselineCapabilities, podSecurityPage, restrictedCapabilities } from "../../kinds/pod-security";
import { ofPodContainers } from "../../kinds/pods";

/** Of the default set; what is beyond it is baseline's to tell (`capabilities`). */
const takenBack = {
  ...isNoneOf(baselineCapabilities.filter((one) => !restrictedCapabilities.includes(one))),
  words: `none but ${restrictedCapabilities.join(", ")}`,
};

/** All are dropped. */
function ofDrop(drop: View<string[]>): Finding[] {
  const all = !drop.known || drop.items().some((item) => !item.known || item.text() === "ALL");
  return all ? [] : [{ path: drop.path, found: drop.shown(), required: '["ALL"]' }];
}

/** Nothing of the default set is given back but what the standard names. */
function ofAdd(add: View<string[]>): Finding[] {
  return add.items().flatMap((item) => must(item, takenBack));
}

/** Containers drop all Linux capabilities. */
export const rule: Rule = {
  id: "containers-capabilities-restricted",
  title: "Containers drop all capabilities, and get back none but NET_BIND_SERVICE.",
  severity: "medium",
  frameworks: {
    "Pod Security Standards": ["restricted: Capabilities"],
    "CIS Kubernetes 2.0.1": ["5.2.8", "5.2.9", "5.6.3"],
    "SOC 2": ["CC6.1"],
  },
  why: "The runtime's default set lets a process forge packets and take over files of others.",
  fix: "Drop ALL, and add back NET_BIND_SERVICE where a port below 1024 is bound.",
  source: podSecurityPage,
  breaksBy: {
    "kinds that make Pods": [
      "spec.os.name",
      "spec.{containers,initContainers,ephemeralContainers}[].securityContext.capabilities.add",
      "spec.{containers,initContainers,ephemeralContainers}[].securityContext.capabilities.drop",
    ],
    "aws:ecs/taskDefinition:TaskDefinition": [
      "containerDefinitions[].linuxParameters.capabilities.add",
      "containerDefinitions[].linuxParameters.capabilities.drop",
      "runtimePlatform.operatingSystemFamily",
    ],
  },
  checks: {
    ...ofPodContainers(
      (container, _, { isPatch }) => {
        const capabilities = container.at("securityContext").at("capabilities");
        // A patch that drops nothing leaves it as it was.
        const leaves = isPatch && !capabilities.at("drop").isSet;
        return [...(leaves ? [] : ofDrop(capabilities.at("drop"))), ...ofAdd(capabilities.at("add"))];
      },
      // Windows has nothing to drop.
      { patches: true, linuxOnly: true },
    ),
    ...ofTaskContainers((container) => {
      const capabilities = taskCapabilities(container);
      return [...ofDrop(capabilities.at("drop")), ...ofAdd(capabilities.at("add"))];
    }),
  },
};
