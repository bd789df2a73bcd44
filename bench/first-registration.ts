import { join } from "node:path";
import { preview } from "../preview/engine/preview";
import { projectDir } from "./measure";

/** Seconds until a program has registered its first resource after the stack's own; the middle of several runs. */
export async function firstRegistration(runs: number, stack: string, program = projectDir): Promise<number> {
  const seconds: number[] = [];
  for (let i = 0; i < runs; i++) seconds.push(await once(stack, program));
  return seconds.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? Number.NaN;
}

/** The program that has one resource and nothing else. */
export const oneResource = join(projectDir, "bench/programs/one");

async function once(stack: string, projectDirectory: string): Promise<number> {
  const started = performance.now();
  let first: number | undefined;
  const onProgress = (resources: number): void => {
    if (resources >= 2) first ??= performance.now() - started;
  };
  await preview({ projectDir: projectDirectory, stack, onProgress });
  return (first ?? Number.NaN) / 1000;
}
