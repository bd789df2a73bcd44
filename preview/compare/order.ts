import type { ResourceChange } from "../model/change";
import { childrenByParent } from "../model/children";
import type { Match } from "./matching";

/** All changes, parents before children; deleted resources follow the remaining ones of the same parent. */
export function inOrder(
  present: readonly ResourceChange[],
  deletions: readonly ResourceChange[],
  matches: readonly Match[],
): ResourceChange[] {
  const renamed = new Map(
    matches.flatMap(({ before, after }) => (before === undefined ? [] : [[before.urn, after.urn] as const])),
  );
  const children = childrenByParent([...present, ...deletions], (change) => {
    const parent = parentOf(change, renamed);
    return { urn: change.urn, ...(parent === undefined ? {} : { parent }) };
  });
  const below = (urn: string): ResourceChange[] =>
    (children.get(urn) ?? []).flatMap((change) => [change, ...below(change.urn)]);
  return below("");
}

/** The parent of a deleted resource may have a new URN. */
function parentOf({ action, parent }: ResourceChange, renamed: ReadonlyMap<string, string>): string | undefined {
  return action === "delete" && parent !== undefined ? (renamed.get(parent) ?? parent) : parent;
}
