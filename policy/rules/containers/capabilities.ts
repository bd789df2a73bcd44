import { type Finding, type Requirement, require } from "../../core/finding";
import type { Rule } from "../../core/rule";
import type { View } from "../../core/view";
import { ofTaskContainers } from "../../kinds/ecs";
import { type ContainerCheck, mayBeWindows, ofPodContainers } from "../../kinds/pods";

/** What the restricted standard gives back, and what the baseline, which holds on Windows too. */
const restricted = ["NET_BIND_SERVICE"];
const baseline = [
  ...["AUDIT_WRITE", "CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "KILL", "MKNOD", "NET_BIND_SERVICE", "SETFCAP"],
  ...["SETGID", "SETPCAP", "SETUID", "SYS_CHROOT"],
];

/** All are dropped. */
function ofDrop(drop: View<string[]>): Finding[] {
  const all = !drop.known || drop.items().some((item) => !item.known || item.text() === "ALL");
  return all ? [] : [{ path: drop.path, found: drop.shown(), required: '["ALL"]' }];
}

/** Of those given back only these are allowed. */
function ofAdd(add: View<string[]>, addable: readonly string[]): Finding[] {
  const allowed: Requirement = {
    words: `none but ${addable.join(", ")}`,
    allows: (item) => addable.includes(item.text() ?? ""),
  };
  return add.items().flatMap((item) => require(item, allowed));
}

/** A patch that drops nothing leaves it as it was; Windows has nothing to drop. */
const podFindings: ContainerCheck = (container, pod, { isPatch }) => {
  const capabilities = container.at("securityContext").at("capabilities");
  const windows = mayBeWindows(pod);
  const optional = windows || (isPatch && !capabilities.at("drop").isSet);
  return [
    ...(optional ? [] : ofDrop(capabilities.at("drop"))),
    ...ofAdd(capabilities.at("add"), windows ? baseline : restricted),
  ];
};

/** Containers have no Linux capabilities that they were not given by name. */
export const rule: Rule = {
  id: "containers-capabilities",
  title: "Containers drop all capabilities, and get back none but harmless ones.",
  severity: "medium",
  frameworks: {
    // Whoever keeps the restricted control keeps the baseline one, which only limits what is given back.
    "Pod Security Standards": ["baseline: Capabilities", "restricted: Capabilities"],
    "CIS Kubernetes 2.0.1": ["5.2.8", "5.2.9", "5.6.3"],
    "SOC 2": ["CC6.1"],
  },
  why: "The runtime's default set lets a process forge packets and take over files of others.",
  mend: "Drop ALL, and add back NET_BIND_SERVICE where a port below 1024 is bound.",
  source: "https://kubernetes.io/docs/concepts/security/pod-security-standards/",
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
    ...ofPodContainers(podFindings, { patches: true }),
    ...ofTaskContainers((container) => {
      const capabilities = container.at("linuxParameters").at("capabilities").as<{ add: string[]; drop: string[] }>();
      // SYS_PTRACE is the one that Fargate can add (ECS API reference, `KernelCapabilities`), for tools of the runtime's.
      return [...ofDrop(capabilities.at("drop")), ...ofAdd(capabilities.at("add"), [...restricted, "SYS_PTRACE"])];
    }),
  },
};
