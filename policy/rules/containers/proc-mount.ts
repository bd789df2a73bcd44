import { isOneOf, requireIfSet } from "../../core/finding";
import type { Rule } from "../../core/rule";
import { ofPodContainers } from "../../kinds/pods";

/** Containers see of /proc what the runtime shows them. ECS has no such setting. */
export const rule: Rule = {
  id: "containers-proc-mount",
  title: "Containers see /proc as the runtime masks it.",
  severity: "high",
  frameworks: {
    "Pod Security Standards": ["baseline: /proc Mount Type"],
    "CIS Kubernetes 2.0.1": ["5.6.3"],
    "SOC 2": ["CC6.1"],
  },
  why: "Without the mask a process reads the node's memory map and writes its kernel's settings, which leads out of the container.",
  mend: "Leave procMount out.",
  source: "https://kubernetes.io/docs/concepts/security/pod-security-standards/",
  breaksBy: {
    "kinds that make Pods": ["spec.{containers,initContainers,ephemeralContainers}[].securityContext.procMount"],
  },
  checks: ofPodContainers(
    (container) => requireIfSet(container.at("securityContext").at("procMount"), isOneOf(["Default"])),
    { patches: true },
  ),
};
