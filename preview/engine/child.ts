import { type ChildProcess, spawn } from "node:child_process";

/** A Node.js process of ours and what it wrote. */
export interface Child {
  process: ChildProcess;
  /** Its first line of standard output; undefined when it ended without one. */
  firstLine: Promise<string | undefined>;
  /** Its exit code, or the signal that ended it. */
  exit: Promise<number | NodeJS.Signals>;
  /** What it wrote to both streams so far. */
  output(): string;
}

const running = new Set<ChildProcess>();
process.once("exit", killAll);

/** Starts `node` with these arguments. Its streams are kept, not shown. */
export function startNode(args: readonly string[], cwd: string, env: Record<string, string>): Child {
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  let output = "";
  let stdout = "";
  let sayFirstLine: (line: string | undefined) => void = () => {};
  const firstLine = new Promise<string | undefined>((resolve) => {
    sayFirstLine = resolve;
  });
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
    stdout += text;
    const end = stdout.indexOf("\n");
    if (end >= 0) sayFirstLine(stdout.slice(0, end).trim());
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  const exit = new Promise<number | NodeJS.Signals>((resolve) => {
    child.once("error", (error) => {
      output += error.message;
    });
    child.once("close", (code, signal) => {
      running.delete(child);
      sayFirstLine(undefined);
      resolve(code ?? signal ?? 1);
    });
  });
  return { process: child, firstLine, exit, output: () => output };
}

/** Ends a process that may still run. */
export function stop(child: Child): void {
  if (running.has(child.process)) child.process.kill("SIGKILL");
}

/** Ends every process of ours, so that none outlives a preview that was broken off. */
export function killAll(): void {
  for (const child of running) child.kill("SIGKILL");
}
