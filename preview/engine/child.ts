import { type ChildProcess, spawn } from "node:child_process";
import { resolve } from "node:path";
import { Readable } from "node:stream";
import { debuglog } from "node:util";
import { environmentIn } from "./moved-paths";
import { preloadMessagesIn } from "./preload-messages";
import { withoutProxy } from "./without-proxy";

/** A Node.js process of ours and what it wrote. */
export interface Child {
  process: ChildProcess;
  /** Its first line of standard output; undefined when it ended without one. */
  firstLine: Promise<string | undefined>;
  /** Its exit code, or the signal that ended it. */
  exit: Promise<number | NodeJS.Signals>;
  /** What it wrote to both streams so far. */
  output(): string;
  /** Messages of its preloads, a line of JSON each (`preview/preload/tell.js`). */
  messageLines(): string;
}

/**
 * The option that runs a file of `preview/preload` first. In one word: the SDK loads ES modules in TypeScript by itself unless
 * the words `--require`, `--import` or `--loader` are among the options of node, which are the project's to set.
 */
export const preload = (name: string): string[] => [`--require=${resolve(__dirname, "../preload", name)}`];

/** Preload of both kinds of process: they end when the preview ends. */
const needed = preload("lifeline.js");

/**
 * Options that only save time and memory (`--no-preload` runs without): fewer modules to load, a young generation that does
 * not grow for a short run, and an old generation (MiB) large enough not to be collected while the SDK loads.
 */
const saving = [
  "--max-semi-space-size=4",
  "--initial-heap-size=128",
  ...preload("late-modules.js"),
  ...preload("late-inspector.js"),
];

/** `NODE_DEBUG=isotopo` shows on standard error what preloads left out, and why. */
const debug = debuglog("isotopo");

const running = new Set<ChildProcess>();
process.once("exit", killAll);

/** Starts `node` with these arguments, by default with the options that save time and memory. Its output is kept, not shown. */
export function startNode(args: readonly string[], cwd: string, env: Record<string, string>, saves = true): Child {
  const child = spawn(process.execPath, [...needed, ...(saves ? saving : []), ...args], {
    cwd,
    env: { ...environmentIn(cwd), ...withoutProxy(process.env), ...env, ISOTOPO_PREVIEW: String(process.pid) },
    stdio: ["ignore", "pipe", "pipe", "pipe", "pipe"],
  });
  running.add(child);
  let output = "";
  let stdout = "";
  let messageLines = "";
  let shown = 0;
  let resolveFirstLine: (line: string | undefined) => void = () => {};
  const firstLine = new Promise<string | undefined>((done) => {
    resolveFirstLine = done;
  });
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    output += text;
    stdout += text;
    const end = stdout.indexOf("\n");
    if (end >= 0) resolveFirstLine(stdout.slice(0, end).trim());
  });
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  const [, , , , messages] = child.stdio;
  if (messages instanceof Readable) {
    messages.setEncoding("utf8").on("data", (text: string) => {
      messageLines += text;
      if (!debug.enabled || !messageLines.endsWith("\n")) return;
      for (const words of preloadMessagesIn(messageLines.slice(shown)).leftOut) debug(`left out: ${words}`);
      shown = messageLines.length;
    });
  }
  const exit = new Promise<number | NodeJS.Signals>((done) => {
    child.once("error", (error) => {
      output += error.message;
    });
    child.once("close", (code, signal) => {
      running.delete(child);
      resolveFirstLine(undefined);
      done(code ?? signal ?? 1);
    });
  });
  return { process: child, firstLine, exit, output: () => output, messageLines: () => messageLines };
}

/** Ends a process that may still run. */
export function stop(child: Child): void {
  if (running.has(child.process)) child.process.kill("SIGKILL");
}

/** Ends every process of ours, so that none outlives an interrupted preview. */
export function killAll(): void {
  for (const child of running) child.kill("SIGKILL");
}
