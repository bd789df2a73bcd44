import { rootStackType } from "../engine/urn";
import type { ResourceChange } from "./change";

/**
 * Changes without what is told twice: the inputs of a component are what its program was given, and what comes of them is told with
 * the resources in it. So a component that has any is never updated by itself. One that has none, as one of another language that
 * was not made here, is: nothing else would tell.
 */
export function toldOnce(changes: readonly ResourceChange[]): ResourceChange[] {
  const parents = new Set(changes.flatMap(({ parent }) => parent ?? []));
  return changes.map((change) => {
    const { action, custom, type, urn } = change;
    const isOwn = !custom && type !== rootStackType && parents.has(urn);
    if (!isOwn || (action !== "update" && action !== "unchanged")) return change;
    return { ...change, action: "unchanged", properties: [], causes: [] };
  });
}
