import { mustIfSet, type Requirement } from "../../core/finding";
import type { Rule } from "../../core/rule";
import { mayHaveOwnUsers, podSecurityPage } from "../../kinds/pod-security";
import { ofPods, securityContextsOf } from "../../kinds/pods";

const notRoot: Requirement = { words: "a user above 0", allows: (user) => (user.number() ?? 0) > 0 };

/** No Pod and no container names root as its user; left out, the image says it. ECS tasks: `non-root`. */
export const rule: Rule = {
  id: "containers-non-root-user",
  title: "Pods and containers do not name root as their user.",
  severity: "high",
  frameworks: {
    "NSA/CISA Kubernetes Hardening 1.0": ["1.6"],
    "Pod Security Standards": ["restricted: Running as Non-root user"],
    "CIS Kubernetes 2.0.1": ["5.2.7", "5.6.3"],
    "ISO 27001:2022": ["A.8.2"],
    "SOC 2": ["CC6.1"],
  },
  why: "Whoever breaks out of the process is root in the container, and one bug of the runtime away from the host.",
  fix: "Set runAsUser to a number above 0 that owns what the program writes, or leave it to the image.",
  source: podSecurityPage,
  breaksBy: {
    "kinds that make Pods": [
      "spec.hostUsers",
      "spec.securityContext.runAsUser",
      "spec.{containers,initContainers,ephemeralContainers}[].securityContext.runAsUser",
    ],
  },
  checks: ofPods(
    (pod) =>
      mayHaveOwnUsers(pod)
        ? []
        : securityContextsOf(pod).flatMap((context) => mustIfSet(context.at("runAsUser"), notRoot)),
    {
      patches: true,
    },
  ),
};
