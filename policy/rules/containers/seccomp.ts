import { type Finding, isOneOf, must } from "../../core/finding";
import type { Rule } from "../../core/rule";
import type { View } from "../../core/view";
import { podSecurityPage, profileTypes } from "../../kinds/pod-security";
import { ofPods, type SecurityContext, securityContextsOf } from "../../kinds/pods";

/** Where a profile is named, its type has to be a good one; one without a type is refused as well. */
function findings(context: View<SecurityContext>): Finding[] {
  const profile = context.at("seccompProfile");
  return profile.isSet ? must(profile.at("type"), isOneOf(profileTypes)) : [];
}

/** No seccomp profile is taken off. Fargate applies its own to every task. */
export const rule: Rule = {
  id: "containers-seccomp",
  title: "Containers do not take their seccomp profile off.",
  severity: "high",
  frameworks: {
    "NSA/CISA Kubernetes Hardening 1.0": ["1.10"],
    "Pod Security Standards": ["baseline: Seccomp"],
    "CIS Kubernetes 2.0.1": ["5.6.2", "5.6.3"],
    "SOC 2": ["CC6.1"],
  },
  why: "Unconfined, a process may make every system call, also those that only exploits need.",
  fix: "Set seccompProfile: { type: RuntimeDefault } for the Pod.",
  source: podSecurityPage,
  // Windows is not exempt.
  breaksBy: {
    "kinds that make Pods": [
      "spec.securityContext.seccompProfile.type",
      "spec.{containers,initContainers,ephemeralContainers}[].securityContext.seccompProfile.type",
    ],
  },
  checks: ofPods((pod) => securityContextsOf(pod).flatMap(findings), { patches: true }),
};
