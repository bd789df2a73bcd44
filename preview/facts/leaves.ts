import type { ResourceChange } from "../model/change";
import { leaves } from "../model/leaves";
import type { Wire } from "../model/wire";

/** A new value, with its path. */
export type Leaf = readonly [path: string, value: Wire];

/** All new values of a resource, down to single ones: every input of a created resource, else the changed ones. */
export function newLeaves({ action, properties }: ResourceChange): Leaf[] {
  if (action === "delete") return [];
  return properties.flatMap(({ path, kind, after }) =>
    after === undefined || kind === "removed" ? [] : leaves(after, path),
  );
}
