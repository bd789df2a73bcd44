import { below } from "./paths";
import { isWireObject, type Wire } from "./wire";

/** The values in a value, down to single ones, each with its path. */
export function leaves(value: Wire, path: string): [path: string, value: Wire][] {
  if (Array.isArray(value)) return value.flatMap((item, i) => leaves(item, below(path, i)));
  if (!isWireObject(value)) return [[path, value]];
  return Object.entries(value).flatMap(([key, item]) => leaves(item, below(path, key)));
}
