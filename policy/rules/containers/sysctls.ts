import { must, type Requirement } from "../../core/finding";
import type { Rule } from "../../core/rule";
import { podSecurityPage, safeSysctls } from "../../kinds/pod-security";
import { ofPods } from "../../kinds/pods";

const safe = Object.values(safeSysctls).flat();

const isSafe: Requirement = {
  words: "a safe one, as net.ipv4.ip_unprivileged_port_start",
  allows: (name) => safe.includes(name.text() ?? ""),
};

/** Pods change no setting of the kernel that others share. ECS takes none but namespaced ones (`systemControls`). */
export const rule: Rule = {
  id: "containers-sysctls",
  title: "Pods change no setting of the kernel but safe ones.",
  severity: "medium",
  frameworks: {
    "Pod Security Standards": ["baseline: Sysctls"],
    "CIS Kubernetes 2.0.1": ["5.6.3"],
    "SOC 2": ["CC6.1"],
  },
  why: "Other settings turn protections off, or take memory and connections from every Pod of the node.",
  fix: "Leave the setting out, or make it for the node by the node's own configuration.",
  source: podSecurityPage,
  breaksBy: {
    "kinds that make Pods": ["spec.securityContext.sysctls[].name"],
  },
  checks: ofPods(
    (pod) =>
      pod
        .at("securityContext")
        .at("sysctls")
        .items()
        .flatMap((sysctl) => must(sysctl.at("name"), isSafe)),
    { patches: true },
  ),
};
