import { mustIfSet, type Requirement } from "../../core/finding";
import type { Rule } from "../../core/rule";
import { podSecurityPage, seLinuxTypes } from "../../kinds/pod-security";
import { ofPods, securityContextsOf } from "../../kinds/pods";

const containerType: Requirement = {
  words: `one of ${seLinuxTypes.join(", ")}`,
  allows: (type) => ["", ...seLinuxTypes].includes(type.text() ?? "?"),
};
const notGiven: Requirement = { words: "not to be set", allows: (value) => value.text() === "" };

/** Containers keep the SELinux labels that the runtime gives them. ECS names labels in dockerSecurityOptions, not on Fargate. */
export const rule: Rule = {
  id: "containers-selinux",
  title: "Containers have no SELinux user, role or type that frees them.",
  severity: "high",
  frameworks: {
    "NSA/CISA Kubernetes Hardening 1.0": ["1.8"],
    "Pod Security Standards": ["baseline: SELinux"],
    "CIS Kubernetes 2.0.1": ["5.6.3"],
    "SOC 2": ["CC6.1"],
  },
  why: "A type like spc_t takes all confinement off, and a user or role of its own opens files of the node.",
  fix: "Leave seLinuxOptions out, or set its level alone.",
  source: podSecurityPage,
  breaksBy: {
    "kinds that make Pods": [
      "spec.securityContext.seLinuxOptions.role",
      "spec.securityContext.seLinuxOptions.type",
      "spec.securityContext.seLinuxOptions.user",
      "spec.{containers,initContainers,ephemeralContainers}[].securityContext.seLinuxOptions.role",
      "spec.{containers,initContainers,ephemeralContainers}[].securityContext.seLinuxOptions.type",
      "spec.{containers,initContainers,ephemeralContainers}[].securityContext.seLinuxOptions.user",
    ],
  },
  checks: ofPods(
    (pod) =>
      securityContextsOf(pod)
        .map((context) => context.at("seLinuxOptions"))
        .flatMap((options) => [
          ...mustIfSet(options.at("type"), containerType),
          ...mustIfSet(options.at("user"), notGiven),
          ...mustIfSet(options.at("role"), notGiven),
        ]),
    { patches: true },
  ),
};
