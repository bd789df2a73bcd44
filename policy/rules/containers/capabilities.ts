import type { Finding } from "../../core/finding";
import type { Rule } from "../../core/rule";
import type { View } from "../../core/view";
import { ofTaskContainers } from "../../kinds/ecs";
import { ofPodContainers } from "../../kinds/pods";

type Capabilities = View<{ add?: string[]; drop?: string[] }>;

/** All are dropped, and of those given back only these are allowed. */
function findings(capabilities: Capabilities, addable: readonly string[]): Finding[] {
  const drop = capabilities.at("drop");
  const dropped = drop.items();
  const all = !drop.known || dropped.some((item) => !item.known || item.text()?.toUpperCase() === "ALL");
  const added = capabilities
    .at("add")
    .items()
    .filter((item) => item.known && !addable.includes(item.text()?.replace(/^CAP_/, "") ?? ""));
  return [
    ...(all ? [] : [{ path: drop.path, found: drop.shown(), required: '["ALL"]' }]),
    ...added.map((item) => ({ path: item.path, found: item.shown(), required: `none but ${addable.join(", ")}` })),
  ];
}

/** Containers have no Linux capabilities that they were not given by name. */
export const rule: Rule = {
  id: "containers-capabilities",
  title: "Containers drop all capabilities, and get back none but harmless ones.",
  severity: "medium",
  frameworks: {
    "Pod Security Standards": ["restricted: Capabilities"],
    "SOC 2": ["CC6.1"],
  },
  why: "The runtime's default set lets a process forge packets and take over files of others.",
  mend: "Drop ALL, and add back NET_BIND_SERVICE where a port below 1024 is bound.",
  source: "https://kubernetes.io/docs/concepts/security/pod-security-standards/",
  checks: {
    ...ofPodContainers((container) =>
      findings(container.at("securityContext").at("capabilities"), ["NET_BIND_SERVICE"]),
    ),
    // SYS_PTRACE is the one that Fargate can add (ECS API reference, `KernelCapabilities`), for tools of the runtime's own.
    ...ofTaskContainers((container) =>
      findings(container.at("linuxParameters").at("capabilities"), ["NET_BIND_SERVICE", "SYS_PTRACE"]),
    ),
  },
};
