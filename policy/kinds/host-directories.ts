import { posix } from "node:path";

/**
 * Directories of a host's own system: those of the Filesystem Hierarchy Standard 3.0 that are no place for another disk, and
 * where the kubelet, etcd and the container runtimes have their data by default.
 */
const ofTheSystem = [
  ...["/bin", "/boot", "/etc", "/home", "/lib", "/lib32", "/lib64", "/proc", "/root", "/run", "/sbin", "/sys", "/usr"],
  ...["/var/lib/containerd", "/var/lib/containers", "/var/lib/docker", "/var/lib/etcd", "/var/lib/kubelet"],
  ...["/var/log", "/var/run"],
];

/** Where disks are below, each by its own name. */
const ofDisks = ["/dev", "/media", "/mnt"];

/** Whether a path of a host may be a disk of its own: it neither is, nor is in, nor has in it, a directory of the system. */
export function mayBeDisk(path: string): boolean {
  if (!posix.isAbsolute(path)) return false;
  const whole = posix.join(path, "/");
  if (ofDisks.some((one) => whole === `${one}/`)) return false;
  return !ofTheSystem.some((one) => whole.startsWith(`${one}/`) || `${one}/`.startsWith(whole));
}
