import type { ResourceChange } from "../../../preview/model/change";
import { placeOf } from "../lives/held-against";
import type { Step } from "../support/events";

const making = ["create", "create-replacement", "update", "same", "read", "import", "import-replacement"];
const deleting = ["delete", "delete-replaced"];

type Ordered = Pick<ResourceChange, "urn" | "parent" | "dependencies">;

/**
 * Where the engine's steps are in another order than the comparison's dependencies allow: a resource is made after what it is made of and
 * after its parent, and what it is made of is deleted after it.
 */
export function orderProblems(changes: readonly Ordered[], steps: readonly Pick<Step, "op" | "urn">[]): string[] {
  const made = places(steps, making);
  const deleted = places(steps, deleting);
  return changes.flatMap(({ urn, parent, dependencies }) => {
    const place = placeOf(urn);
    const needed = [...new Set([...dependencies, ...(parent === undefined ? [] : [parent])])].map(placeOf);
    return needed.flatMap((other) => [
      ...(before(made, place, other) ? [`${place} is made before ${other}`] : []),
      ...(before(deleted, other, place) ? [`${other} is deleted before ${place}`] : []),
    ]);
  });
}

/** The resources that were deleted before they were made anew. */
export function deletedFirst(steps: readonly Pick<Step, "op" | "urn">[]): ReadonlySet<string> {
  const made = places(steps, ["create-replacement"]);
  const deleted = places(steps, ["delete-replaced"]);
  return new Set([...made.keys()].filter((place) => before(deleted, place, place, made)));
}

function places(steps: readonly Pick<Step, "op" | "urn">[], ops: readonly string[]): ReadonlyMap<string, number> {
  return new Map(steps.flatMap(({ op, urn }, i) => (ops.includes(op) ? [[placeOf(urn), i] as const] : [])));
}

function before(
  steps: ReadonlyMap<string, number>,
  place: string,
  other: string,
  others: ReadonlyMap<string, number> = steps,
): boolean {
  const [first, second] = [steps.get(place), others.get(other)];
  return first !== undefined && second !== undefined && first < second;
}
