import type { ResourceChange } from "../diff/change";
import { rootStackType } from "../engine/urn";

/** The component that each resource is a part of: the nearest above it that is no stack; itself for a component. */
export function componentsOf(changes: readonly ResourceChange[]): Map<string, ResourceChange | undefined> {
  const byUrn = new Map(changes.map((change) => [change.urn, change]));
  return new Map(changes.map((change) => [change.urn, nearest(change, byUrn)]));
}

function nearest(change: ResourceChange, byUrn: ReadonlyMap<string, ResourceChange>): ResourceChange | undefined {
  // What comes from a file may name itself as its parent.
  const passed = new Set<string>();
  let at: ResourceChange | undefined = change;
  while (at !== undefined && !passed.has(at.urn)) {
    if (!at.custom && at.type !== rootStackType) return at;
    passed.add(at.urn);
    at = at.parent === undefined ? undefined : byUrn.get(at.parent);
  }
  return undefined;
}

/** What a component is, without its package: `isotopo:aws:Postgres` is a `Postgres`. */
export function kindOf({ type }: ResourceChange): string {
  return type.split(":").at(-1) ?? type;
}
