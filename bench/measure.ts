import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

export const projectDir = resolve(__dirname, "..");

/** What one run of the command cost. */
export interface Cost {
  seconds: number;
  /** Highest sum of the memory of all its processes, in MiB; undefined where the system does not say it. */
  peakMiB?: number;
}

/** Runs the command to its end. Throws where it fails. */
export async function isotopo(...args: string[]): Promise<Cost> {
  const started = performance.now();
  const child = spawn(process.execPath, [join(projectDir, "bin/isotopo.js"), ...args], {
    cwd: projectDir,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let errors = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    errors += text;
  });
  let peakMiB: number | undefined;
  const watch = setInterval(() => {
    const now = child.pid === undefined ? undefined : memoryOfTree(child.pid);
    if (now !== undefined) peakMiB = Math.max(peakMiB ?? 0, now);
  }, 50);
  const code = await new Promise<number | null>((done, fail) => child.once("error", fail).once("close", done));
  clearInterval(watch);
  if (code !== 0) throw new Error(`isotopo ${args.join(" ")} ended with ${code}:\n${errors}`);
  return { seconds: (performance.now() - started) / 1000, peakMiB };
}

/** The cost of the middle run of several, by time; the memory is the highest of all. */
export async function median(runs: number, work: () => Promise<Cost>): Promise<Cost> {
  const costs: Cost[] = [];
  for (let i = 0; i < runs; i++) costs.push(await work());
  costs.sort((a, b) => a.seconds - b.seconds);
  const peaks = costs.flatMap(({ peakMiB }) => (peakMiB === undefined ? [] : [peakMiB]));
  return {
    seconds: costs[Math.floor(runs / 2)]?.seconds ?? Number.NaN,
    peakMiB: peaks.length === 0 ? undefined : Math.max(...peaks),
  };
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
