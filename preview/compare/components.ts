import type { ResourceChange } from "../model/change";
import { rootStackType } from "../model/urn";

/**
 * Drops changes that are reported twice. The inputs of a component come from the program, and the resources in it show their
 * effect. So a component with resources is never updated by itself. A component without any, such as one of another language
 * that was not run here, keeps its change: no resource would show it.
 */
export function withoutRepeats(changes: readonly ResourceChange[]): ResourceChange[] {
  const parents = new Set(changes.flatMap(({ parent }) => parent ?? []));
  return changes.map((change) => {
    const { action, custom, type, urn } = change;
    const isOwn = !custom && type !== rootStackType && parents.has(urn);
    if (!isOwn || (action !== "update" && action !== "unchanged")) return change;
    return { ...change, action: "unchanged", properties: [], causes: [] };
  });
}
