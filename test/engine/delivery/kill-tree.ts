import { existsSync, readFileSync } from "node:fs";

/** Kills a process and all that it started, as a runner does with what does not end: nothing of it can clean up. */
export function killTree(pid: number): void {
  const listed = `/proc/${pid}/task/${pid}/children`;
  if (!existsSync(listed)) return;
  const children = readFileSync(listed, "utf8").trim().split(" ").filter(Boolean).map(Number);
  process.kill(pid, "SIGKILL");
  for (const child of children) killTree(child);
}
