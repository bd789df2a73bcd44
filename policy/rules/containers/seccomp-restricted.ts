import { type Finding, isOneOf, must } from "../../core/finding";
import type { Rule } from "../../core/rule";
import type { View } from "../../core/view";
import { profileTypes } from "../../kinds/pod-security";
import { containersOf, ofPods, type PodSpec } from "../../kinds/pods";

/** The Pod's profile holds for every container that has none of its own; a bad one is baseline's to tell (`seccomp`). */
function findings(pod: View<PodSpec>): Finding[] {
  if (pod.at("securityContext").at("seccompProfile").isSet) return [];
  return containersOf(pod)
    .map((container) => container.at("securityContext").at("seccompProfile"))
    .filter((profile) => !profile.isSet)
    .flatMap((profile) => must(profile.at("type"), isOneOf(profileTypes)));
}

/** Containers may call the kernel only as a profile allows. Fargate applies its own to every task. */
export const rule: Rule = {
  id: "containers-seccomp-restricted",
  title: "Containers have a seccomp profile.",
  severity: "medium",
  frameworks: {
    "NSA/CISA Kubernetes Hardening 1.0": ["1.10"],
    "Pod Security Standards": ["restricted: Seccomp"],
    "CIS Kubernetes 2.0.1": ["5.6.2", "5.6.3"],
    "SOC 2": ["CC6.1"],
  },
  why: "Without a profile a process may make every system call, also those that only exploits need.",
  fix: "Set seccompProfile: { type: RuntimeDefault } for the Pod.",
  source: "https://kubernetes.io/docs/tutorials/security/seccomp/",
  breaksBy: {
    "kinds that make Pods": [
      "spec.os.name",
      "spec.securityContext.seccompProfile",
      "spec.{containers,initContainers,ephemeralContainers}[].securityContext.seccompProfile.type",
    ],
  },
  checks: ofPods(findings, { linuxOnly: true }),
};
