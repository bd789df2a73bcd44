import { availableParallelism } from "node:os";

let running = 0;
const waiting: (() => void)[] = [];

/** As many programs at once as there are cores. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= availableParallelism()) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
}
