import { isFalse, require } from "../../core/finding";
import type { ResourceRule } from "../../core/rule";
import { ofPodContainers } from "../../kinds/pods";

/** Processes can't gain privileges that their parent has not. ECS has no such setting on Fargate. */
export const rule: ResourceRule = {
  id: "containers-privilege-escalation",
  title: "Processes can't gain more privileges than they start with.",
  severity: "high",
  frameworks: {
    "CIS Kubernetes 1.10": ["5.2.6"],
    "Pod Security Standards": ["restricted: Privilege Escalation"],
    "NIST SP 800-190": ["4.4.3"],
    "SOC 2": ["CC6.1"],
  },
  why: "A setuid program in the image makes a user that is not root into root.",
  mend: "Set allowPrivilegeEscalation: false.",
  source: "https://kubernetes.io/docs/tasks/configure-pod-container/security-context/",
  checks: ofPodContainers((container) =>
    require(container.at("securityContext").at("allowPrivilegeEscalation"), isFalse),
  ),
};
