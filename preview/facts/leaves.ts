import type { ResourceChange } from "../model/change";
import { below } from "../model/paths";
import { isWireObject, type Wire } from "../model/wire";

/** A new value, with its path. */
export type Leaf = readonly [path: string, value: Wire];

/** All new values of a resource, down to single ones: every input of a created resource, else the changed ones. */
export function newLeaves({ action, properties }: ResourceChange): Leaf[] {
  if (action === "delete") return [];
  return properties.flatMap(({ path, kind, after }) =>
    after === undefined || kind === "removed" ? [] : leavesOf(path, after),
  );
}

function leavesOf(path: string, value: Wire): Leaf[] {
  if (Array.isArray(value)) return value.flatMap((item, i) => leavesOf(below(path, i), item));
  if (!isWireObject(value)) return [[path, value]];
  return Object.entries(value).flatMap(([key, item]) => leavesOf(below(path, key), item));
}
