import { type Requirement, require } from "../../core/finding";
import type { Rule } from "../../core/rule";
import { ofPods } from "../../kinds/pods";

/** Kernel settings that are the Pod's alone. */
const safe = [
  "kernel.shm_rmid_forced",
  "net.ipv4.ip_local_port_range",
  "net.ipv4.ip_unprivileged_port_start",
  "net.ipv4.tcp_syncookies",
  "net.ipv4.ping_group_range",
  // Since Kubernetes 1.27.
  "net.ipv4.ip_local_reserved_ports",
  // Since Kubernetes 1.29.
  "net.ipv4.tcp_keepalive_time",
  "net.ipv4.tcp_fin_timeout",
  "net.ipv4.tcp_keepalive_intvl",
  "net.ipv4.tcp_keepalive_probes",
];

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
  mend: "Leave the setting out, or make it for the node by the node's own configuration.",
  source: "https://kubernetes.io/docs/concepts/security/pod-security-standards/",
  breaksBy: {
    "kinds that make Pods": ["spec.securityContext.sysctls[].name"],
  },
  checks: ofPods(
    (pod) =>
      pod
        .at("securityContext")
        .at("sysctls")
        .items()
        .flatMap((sysctl) => require(sysctl.at("name"), isSafe)),
    { patches: true },
  ),
};
