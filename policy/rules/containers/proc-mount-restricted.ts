import { isOneOf, mustIfSet } from "../../core/finding";
import type { Rule } from "../../core/rule";
import { mayHaveOwnUsers, podSecurityPage } from "../../kinds/pod-security";
import { ofPodContainers } from "../../kinds/pods";

/**
 * Containers see of /proc what the runtime shows them, also where the Pod has users of its own; where it has not, baseline
 * tells it (`proc-mount`). ECS has no such setting.
 */
export const rule: Rule = {
  id: "containers-proc-mount-restricted",
  title: "Containers with users of their own see /proc as the runtime masks it.",
  severity: "medium",
  frameworks: {
    "Pod Security Standards": ["restricted: /proc Mount Type"],
    "CIS Kubernetes 2.0.1": ["5.6.3"],
    "SOC 2": ["CC6.1"],
  },
  why: "Users of its own keep a process from writing the kernel's settings, not from reading what the mask hides.",
  fix: "Leave procMount out.",
  source: podSecurityPage,
  breaksBy: {
    "kinds that make Pods": [
      "spec.hostUsers",
      "spec.{containers,initContainers,ephemeralContainers}[].securityContext.procMount",
    ],
  },
  checks: ofPodContainers(
    (container, pod) =>
      mayHaveOwnUsers(pod) ? mustIfSet(container.at("securityContext").at("procMount"), isOneOf(["Default"])) : [],
    { patches: true },
  ),
};
