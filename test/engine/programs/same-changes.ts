import type { ResourceChange } from "../../../preview/model/change";
import { type Happened, happenedTo, placeOf } from "../lives/held-against";
import type { Step } from "../support/events";
import { orderProblems } from "./order";
import { reasonDifferences } from "./same-paths";

/** Of these, the engine says what differs and why; in the steps that make them. */
const compared: readonly Happened[] = ["update", "replace"];
const making = ["update", "create-replacement", "import-replacement", "read-replacement"];

/**
 * Where the engine did something else than the comparison says of these resources, for other reasons, of other properties, or in an order
 * that the comparison's dependencies do not allow: a line each.
 */
export function changeDifferences(changes: readonly ResourceChange[], steps: readonly Step[]): string[] {
  const happened = happenedTo(steps);
  const maybe = new Set(changes.filter(({ action }) => action === "may replace").map(({ urn }) => urn));
  const wrong = changes.flatMap((change) => {
    const { action, name, urn } = change;
    const fact = happened.get(placeOf(urn)) ?? "unchanged";
    // What is made of a resource that *may* be replaced differs if that is; the comparison names the resource alone.
    const isOpen = change.dependencies.some((dependency) => maybe.has(dependency));
    if (!agree(change, fact, isOpen)) return [`${name}: foretold "${action}", happened ${fact}`];
    if (!compared.includes(fact)) return [];
    const own = steps.filter((step) => placeOf(step.urn) === placeOf(urn) && making.includes(step.op));
    return own.flatMap((step) => reasonDifferences(change, step, isOpen).map((line) => `${name}: ${line}`));
  });
  return [...wrong, ...orderProblems(changes, steps)];
}

/** What *may* be replaced may as well stay, what is not comparable may differ, and what is only read stays. */
function agree({ action, properties }: ResourceChange, happened: Happened, isOpen: boolean): boolean {
  const fact = happened === "read" ? "unchanged" : happened;
  if (action === "may replace") return ["replace", "update", "unchanged"].includes(fact);
  const mayUpdate = isOpen || properties.some(({ kind }) => kind === "not comparable");
  return action === fact || (action === "unchanged" && mayUpdate && fact === "update");
}
