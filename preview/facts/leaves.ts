import type { ResourceChange } from "../diff/change";
import { below } from "../diff/paths";
import { isWireObject, type Wire } from "../engine/wire";

/** A value that is so from now on, with its path. */
export type Leaf = readonly [path: string, value: Wire];

/** All that is new of a resource, down to single values: every input of one that is created, else what changed. */
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
