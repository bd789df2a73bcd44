import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { projectDir } from "./project";

/** What a process left behind. */
export interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs a program to its end. */
export function run(
  command: string,
  args: readonly string[],
  options: { cwd?: string; env?: Record<string, string>; began?: (child: ChildProcess) => void } = {},
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? projectDir,
      // What programs took from files is remembered by the tests of that alone.
      env: { ...process.env, NO_COLOR: "1", ISOTOPO_CACHE: "", ...options.env },
    });
    options.began?.(child);
    const outcome: Outcome = { code: null, stdout: "", stderr: "" };
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      outcome.stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      outcome.stderr += text;
    });
    child.once("error", reject);
    child.once("close", (code) => resolve({ ...outcome, code }));
  });
}

/** Runs the project's own command. */
export function isotopo(
  args: readonly string[],
  options: { cwd?: string; env?: Record<string, string> } = {},
): Promise<Outcome> {
  return run(process.execPath, [join(projectDir, "preview/bin/isotopo.js"), ...args], options);
}
