import type { Finding } from "../../core/finding";
import type { Rule } from "../../core/rule";
import type { View } from "../../core/view";
import { type Container, ofPodContainers, type PodSpec } from "../../kinds/pods";

const allowed = ["RuntimeDefault", "Localhost"];

function findings(container: View<Container>, pod: View<PodSpec>): Finding[] {
  const own = container.at("securityContext").at("seccompProfile").at("type");
  const type = own.isSet ? own : pod.at("securityContext").at("seccompProfile").at("type");
  if (!type.known || allowed.includes(type.text() ?? "")) return [];
  return [{ path: type.isSet ? type.path : own.path, found: type.shown(), required: `one of ${allowed.join(", ")}` }];
}

/** Containers may call the kernel only as the runtime's profile allows. Fargate applies its own to every task. */
export const rule: Rule = {
  id: "containers-seccomp",
  title: "Containers have a seccomp profile.",
  severity: "medium",
  frameworks: {
    "Pod Security Standards": ["restricted: Seccomp"],
    "SOC 2": ["CC6.1"],
  },
  why: "Without a profile a process may make every system call, also those that only exploits need.",
  mend: "Set seccompProfile: { type: RuntimeDefault } for the Pod.",
  source: "https://kubernetes.io/docs/tutorials/security/seccomp/",
  checks: ofPodContainers(findings),
};
