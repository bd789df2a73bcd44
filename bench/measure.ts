import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

export const projectDir = resolve(__dirname, "..");

/** Runs the command to its end, and returns how many seconds that took. Throws where it fails. */
export function isotopo(...args: string[]): Promise<number> {
  return isotopoIn(projectDir, [0], ...args);
}

/** The same in another folder, where it may end with one of these codes. */
export async function isotopoIn(dir: string, codes: readonly number[], ...args: string[]): Promise<number> {
  const started = performance.now();
  await ended(args, { dir, codes });
  return (performance.now() - started) / 1000;
}

/**
 * Runs the command and returns the highest sum of the memory of all its processes, in MiB; undefined where the system does not
 * say it. A run of its own: to add up a process's pages stops it for a while, which a clock would see.
 */
export async function peakMemory(...args: string[]): Promise<number | undefined> {
  let peak: number | undefined;
  const look = (pid: number) => {
    const now = memoryOfTree(pid);
    if (now !== undefined) peak = Math.max(peak ?? 0, now);
  };
  await ended(args, { dir: projectDir, codes: [0], look });
  return peak;
}

/** Where a command runs, how it may end, and who looks at its process meanwhile. */
interface Watch {
  dir: string;
  codes: readonly number[];
  look?: (pid: number) => void;
}

async function ended(args: readonly string[], { dir, codes, look }: Watch): Promise<void> {
  const child = spawn(process.execPath, [join(projectDir, "preview/bin/isotopo.js"), ...args], {
    cwd: dir,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let errors = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    errors += text;
  });
  const { pid } = child;
  const watch = look === undefined || pid === undefined ? undefined : setInterval(() => look(pid), 50);
  const code = await new Promise<number | null>((done, fail) => child.once("error", fail).once("close", done));
  clearInterval(watch);
  if (code === null || !codes.includes(code))
    throw new Error(`isotopo ${args.join(" ")} ended with ${code}:\n${errors}`);
}

/** The middle one of several runs. */
export async function median(runs: number, work: () => Promise<number>): Promise<number> {
  const seconds: number[] = [];
  for (let i = 0; i < runs; i++) seconds.push(await work());
  return seconds.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? Number.NaN;
}

/** Memory of a process and all below it, in MiB: pages that they share are counted once (`Pss`, `proc(5)`). */
function memoryOfTree(root: number): number | undefined {
  try {
    const parents = new Map<number, number>();
    for (const entry of readdirSync("/proc")) {
      if (!/^\d+$/.test(entry)) continue;
      const parent = parentOf(Number(entry));
      if (parent !== undefined) parents.set(Number(entry), parent);
    }
    const below = (pid: number): boolean => pid === root || (parents.has(pid) && below(parents.get(pid) ?? 0));
    return [...parents.keys()].filter(below).reduce((sum, pid) => sum + memoryOf(pid), 0);
  } catch {
    return undefined;
  }
}

function parentOf(pid: number): number | undefined {
  return Number(/^PPid:\s+(\d+)/m.exec(fileOf(pid, "status"))?.[1] ?? Number.NaN) || undefined;
}

function memoryOf(pid: number): number {
  return Number(/^Pss:\s+(\d+) kB/m.exec(fileOf(pid, "smaps_rollup"))?.[1] ?? 0) / 1024;
}

function fileOf(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, "utf8");
  } catch {
    return "";
  }
}
