import type { PropertyChange, ResourceChange, StackChange } from "../../preview/model/change";
import { nameOf, typeOf } from "../../preview/model/urn";

/** A change of a resource, by its URN, with what a test says of it. */
export function resourceChange(
  urn: string,
  action: ResourceChange["action"],
  facts: Partial<ResourceChange> = {},
): ResourceChange {
  return {
    action,
    urn,
    type: typeOf(urn),
    name: nameOf(urn),
    custom: true,
    dependencies: [],
    properties: [],
    causes: [],
    protected: false,
    retained: false,
    ...facts,
  };
}

/** A changed property. */
export function changed(
  path: string,
  before: PropertyChange["before"],
  after: PropertyChange["after"],
): PropertyChange {
  return { path, kind: "changed", before, after, forces: "nothing" };
}

/** What changes in a stack, with what a test says of it. */
export function stackChange(
  stack: string,
  changes: readonly ResourceChange[],
  facts: Partial<StackChange> = {},
): StackChange {
  return {
    project: "shop",
    stack,
    engine: "offline",
    base: "main (1a2b3c4)",
    unknowns: false,
    changes,
    policy: { packs: [], rules: 0, violations: [], notes: [], judged: [] },
    diagnostics: [],
    durationSeconds: 1,
    ...facts,
  };
}
