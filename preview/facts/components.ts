import type { ResourceChange } from "../model/change";
import { rootStackType } from "../model/urn";

/** The component of each resource: the nearest ancestor that is no stack; a component is its own. */
export function componentsOf(changes: readonly ResourceChange[]): Map<string, ResourceChange | undefined> {
  const byUrn = new Map(changes.map((change) => [change.urn, change]));
  return new Map(changes.map((change) => [change.urn, nearest(change, byUrn)]));
}

function nearest(change: ResourceChange, byUrn: ReadonlyMap<string, ResourceChange>): ResourceChange | undefined {
  // In a file, a resource may name itself as its parent.
  const passed = new Set<string>();
  let at: ResourceChange | undefined = change;
  while (at !== undefined && !passed.has(at.urn)) {
    if (!at.custom && at.type !== rootStackType) return at;
    passed.add(at.urn);
    at = at.parent === undefined ? undefined : byUrn.get(at.parent);
  }
  return undefined;
}

/** A component's type without its package: `isotopo:aws:Postgres` is `Postgres`. */
export function kindOf({ type }: ResourceChange): string {
  return type.split(":").at(-1) ?? type;
}
