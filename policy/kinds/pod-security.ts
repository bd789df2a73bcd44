import type { View } from "../core/view";
import type { PodSpec } from "./pods";

/**
 * The version of Kubernetes whose Pod Security Standards the rules follow. What is below was read in the code that
 * Kubernetes' own admission judges by: `policy/check_*.go` of k8s.io/pod-security-admission v0.37.0-alpha.2.
 */
export const podSecurityVersion = "1.37";

/** Where the standard is written down for people. */
export const podSecurityPage = "https://kubernetes.io/docs/concepts/security/pod-security-standards/";

/** What baseline lets a container add, Windows' containers too (`check_capabilities_baseline.go`). */
export const baselineCapabilities: readonly string[] = [
  ...["AUDIT_WRITE", "CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "KILL", "MKNOD", "NET_BIND_SERVICE", "SETFCAP"],
  ...["SETGID", "SETPCAP", "SETUID", "SYS_CHROOT"],
];

/** What restricted gives back to a container that has dropped all (`check_capabilities_restricted.go`). */
export const restrictedCapabilities: readonly string[] = ["NET_BIND_SERVICE"];

/** Profiles of both levels, of seccomp and of AppArmor (`check_seccompProfile_*.go`, `check_appArmorProfile.go`). */
export const profileTypes: readonly string[] = ["RuntimeDefault", "Localhost"];

/** Kernel settings that are the Pod's alone, by the version that has them first (`check_sysctls.go`). */
export const safeSysctls: Readonly<Record<string, readonly string[]>> = {
  "1.0": [
    "kernel.shm_rmid_forced",
    "net.ipv4.ip_local_port_range",
    "net.ipv4.tcp_syncookies",
    "net.ipv4.ping_group_range",
    "net.ipv4.ip_unprivileged_port_start",
  ],
  "1.27": ["net.ipv4.ip_local_reserved_ports"],
  "1.29": [
    "net.ipv4.tcp_keepalive_time",
    "net.ipv4.tcp_fin_timeout",
    "net.ipv4.tcp_keepalive_intvl",
    "net.ipv4.tcp_keepalive_probes",
  ],
  "1.32": ["net.ipv4.tcp_rmem", "net.ipv4.tcp_wmem"],
  "1.37": ["net.ipv4.tcp_slow_start_after_idle", "net.ipv4.tcp_notsent_lowat"],
};

/** SELinux types that hold a container in its own labels; an empty one is the runtime's (`check_seLinuxOptions.go`). */
export const seLinuxTypes: readonly string[] = [
  "container_t",
  "container_init_t",
  "container_kvm_t",
  // Since 1.31.
  "container_engine_t",
];

/** Kinds of volumes of the restricted level (`check_restrictedVolumes.go`). */
export const restrictedVolumes: readonly string[] = [
  "configMap",
  "csi",
  "downwardAPI",
  "emptyDir",
  "ephemeral",
  "image",
  "persistentVolumeClaim",
  "projected",
  "secret",
];

/**
 * Whether a Pod has user namespaces of its own, or may turn out to. Since 1.35 such a Pod may run as root and unmask /proc:
 * its root is no user of the node (`relaxPolicyForUserNamespacePod` in `helpers.go`).
 */
export function mayHaveOwnUsers(pod: View<PodSpec>): boolean {
  return pod.at("hostUsers").mayBe(false);
}
