import { isFalse, must, mustIfSet } from "../../core/finding";
import type { Rule } from "../../core/rule";
import { ofPodContainers } from "../../kinds/pods";

/** Processes can't gain privileges that their parent has not. ECS has no such setting on Fargate. */
export const rule: Rule = {
  id: "containers-privilege-escalation",
  title: "Processes can't gain more privileges than they start with.",
  severity: "high",
  frameworks: {
    "NSA/CISA Kubernetes Hardening 1.0": ["1.7"],
    "Pod Security Standards": ["restricted: Privilege Escalation"],
    "CIS Kubernetes 2.0.1": ["5.2.6", "5.6.3"],
    "SOC 2": ["CC6.1"],
  },
  why: "A setuid program in the image makes a user that is not root into root.",
  fix: "Set allowPrivilegeEscalation: false.",
  source: "https://kubernetes.io/docs/tasks/configure-pod-container/security-context/",
  breaksBy: {
    "kinds that make Pods": [
      "spec.os.name",
      "spec.{containers,initContainers,ephemeralContainers}[].securityContext.allowPrivilegeEscalation",
    ],
  },
  checks: ofPodContainers(
    (container, _, { isPatch }) =>
      (isPatch ? mustIfSet : must)(container.at("securityContext").at("allowPrivilegeEscalation"), isFalse),
    { patches: true, linuxOnly: true },
  ),
};
