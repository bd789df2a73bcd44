import { type Finding, isOneOf, require, requireIfSet } from "../../core/finding";
import type { Rule } from "../../core/rule";
import type { View } from "../../core/view";
import { containersOf, mayBeWindows, type Origin, ofPods, type PodSpec } from "../../kinds/pods";

const allowed = isOneOf(["RuntimeDefault", "Localhost"]);

/**
 * The Pod's profile holds for every container that has none of its own, and may not be a bad one even where all have.
 * Windows needs none, and a patch that leaves it out leaves it as it was.
 */
function findings(pod: View<PodSpec>, { isPatch }: Origin): Finding[] {
  const shared = pod.at("securityContext").at("seccompProfile").at("type");
  const optional = shared.isSet || isPatch || mayBeWindows(pod);
  const own = containersOf(pod).map((container) => container.at("securityContext").at("seccompProfile").at("type"));
  return [
    ...requireIfSet(shared, allowed),
    ...own.flatMap((type) => (optional ? requireIfSet(type, allowed) : require(type, allowed))),
  ];
}

/** Containers may call the kernel only as the runtime's profile allows. Fargate applies its own to every task. */
export const rule: Rule = {
  id: "containers-seccomp",
  title: "Containers have a seccomp profile.",
  severity: "medium",
  frameworks: {
    "NSA/CISA Kubernetes Hardening 1.0": ["1.10"],
    "Pod Security Standards": ["baseline: Seccomp", "restricted: Seccomp"],
    "CIS Kubernetes 2.0.1": ["5.6.2", "5.6.3"],
    "SOC 2": ["CC6.1"],
  },
  why: "Without a profile a process may make every system call, also those that only exploits need.",
  mend: "Set seccompProfile: { type: RuntimeDefault } for the Pod.",
  source: "https://kubernetes.io/docs/tutorials/security/seccomp/",
  breaksBy: {
    "kinds that make Pods": [
      "spec.os.name",
      "spec.securityContext.seccompProfile.type",
      "spec.{containers,initContainers,ephemeralContainers}[].securityContext.seccompProfile.type",
    ],
  },
  checks: ofPods(findings, { patches: true }),
};
