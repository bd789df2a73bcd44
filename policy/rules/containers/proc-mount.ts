import { isOneOf, mustIfSet } from "../../core/finding";
import type { Rule } from "../../core/rule";
import { mayHaveOwnUsers, podSecurityPage } from "../../kinds/pod-security";
import { ofPodContainers } from "../../kinds/pods";

/** Containers see of /proc what the runtime shows them, unless root is no user of the node. ECS has no such setting. */
export const rule: Rule = {
  id: "containers-proc-mount",
  title: "Containers with the node's users see /proc as the runtime masks it.",
  severity: "high",
  frameworks: {
    "Pod Security Standards": ["baseline: /proc Mount Type"],
    "CIS Kubernetes 2.0.1": ["5.6.3"],
    "SOC 2": ["CC6.1"],
  },
  why: "Without the mask a process reads the node's memory map and writes its kernel's settings, which leads out of the container.",
  fix: "Leave procMount out, or give the Pod users of its own: hostUsers: false.",
  source: podSecurityPage,
  breaksBy: {
    "kinds that make Pods": [
      "spec.hostUsers",
      "spec.{containers,initContainers,ephemeralContainers}[].securityContext.procMount",
    ],
  },
  checks: ofPodContainers(
    (container, pod) =>
      mayHaveOwnUsers(pod) ? [] : mustIfSet(container.at("securityContext").at("procMount"), isOneOf(["Default"])),
    { patches: true },
  ),
};
