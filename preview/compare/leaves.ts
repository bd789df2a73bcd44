import { below } from "../model/paths";
import { isWireObject, type Wire } from "../model/wire";

/** Shorter texts are numbers and common words. */
export const shortestComputed = 6;

/** The values in a value, each with its path. */
export function leaves(value: Wire, path: string): [path: string, value: Wire][] {
  if (Array.isArray(value)) return value.flatMap((item, i) => leaves(item, below(path, i)));
  if (!isWireObject(value)) return [[path, value]];
  return Object.entries(value).flatMap(([key, item]) => leaves(item, below(path, key)));
}
