import { createHash } from "node:crypto";
import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";

/**
 * Eight digits that identify the range of valid process numbers: this host since its start, and this container of it.
 * Repositories are shared between containers and over networks, and each has processes of its own.
 */
export function ownHost(): string {
  const parts = [
    hostname(),
    textOf(() => readFileSync("/proc/sys/kernel/random/boot_id", "utf8")),
    textOf(() => readlinkSync("/proc/self/ns/pid")),
  ];
  return createHash("sha256").update(parts.join("\0")).digest("hex").slice(0, 8);
}

/** Whether a process of this host runs. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Empty if the system has no such file: then the host's name identifies it alone. */
function textOf(read: () => string): string {
  try {
    return read();
  } catch {
    return "";
  }
}
