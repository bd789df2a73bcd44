import type { ResourceChange } from "../../../preview/model/change";
import { isDefaultProvider, rootStackType } from "../../../preview/model/urn";
import type { Step } from "../support/events";

/** What happened to a resource, in the words of a comparison. */
export type Happened = "create" | "update" | "replace" | "delete" | "unchanged" | "read" | "import";

const happenings: Readonly<Record<string, Happened>> = {
  create: "create",
  "create-replacement": "replace",
  replace: "replace",
  "delete-replaced": "replace",
  update: "update",
  delete: "delete",
  same: "unchanged",
  // What was read and is as it was: `--expect-no-changes` fails where it is not.
  refresh: "unchanged",
  read: "read",
  "read-replacement": "replace",
  discard: "read",
  "discard-replaced": "replace",
  import: "import",
  "import-replacement": "replace",
};

/** What is held of a step. */
export type Held = Pick<Step, "op" | "urn" | "type">;

/** What Pulumi's engine did, by URN without the stack; what is nobody's to change is left out. */
export function happenedTo(steps: readonly Held[]): ReadonlyMap<string, Happened> {
  const found = new Map<string, Happened>();
  const deleted = new Set(steps.filter(({ op }) => op === "delete-replaced").map(({ urn }) => urn));
  for (const { op, urn, type } of steps) {
    if (type === rootStackType || isDefaultProvider(urn)) continue;
    // What was only read is imported in its own place: nothing is deleted.
    const isImport = op === "import-replacement" && !deleted.has(urn);
    const happened = isImport ? "import" : happenings[op];
    if (happened === undefined) throw new Error(`no word for Pulumi's step "${op}" of ${urn}`);
    const before = found.get(placeOf(urn));
    // What is made first and deleted at the end is one replacement; what a failed update did is done when it is run again.
    if (before === "replace" || before === "import" || (before !== undefined && happened === "unchanged")) continue;
    found.set(placeOf(urn), happened);
  }
  return found;
}

/** Of these steps, what left a resource otherwise than it was. */
export function changedBy(steps: readonly Held[]): [place: string, happened: Happened][] {
  return [...happenedTo(steps)].filter(([, what]) => what !== "unchanged" && what !== "read");
}

/** Where what happened is not what was foretold: a line for each resource. */
export function differencesBetween(foretold: readonly ResourceChange[], steps: readonly Held[]): string[] {
  const happened = happenedTo(steps);
  const said = new Map(
    foretold.filter(({ type }) => type !== rootStackType).map((change) => [placeOf(change.urn), change]),
  );
  const places = [...new Set([...said.keys(), ...happened.keys()])].sort();
  return places.flatMap((place) => {
    const change = said.get(place);
    const fact = happened.get(place);
    if (change !== undefined && fact !== undefined && agree(change, fact)) return [];
    const causes =
      change === undefined ? "" : ` (${[...change.causes, ...change.properties.map(({ path }) => path)].join(", ")})`;
    return [`${place}: foretold ${change?.action ?? "nothing"}${causes}, happened ${fact ?? "nothing"}`];
  });
}

/** A component whose inputs changed is told by the resources in it alone (`preview/compare/components.ts`). */
function agree({ action, custom }: ResourceChange, fact: Happened): boolean {
  if (action === "may replace") return fact === "replace" || fact === "update";
  return action === fact || (!custom && action === "unchanged" && fact === "update");
}

/** A URN without its stack: both engines have their own name for it. */
export function placeOf(urn: string): string {
  return urn.slice(urn.indexOf("::") + 2);
}
