import type { Plan, PlanResource } from "../model/plan";

/** A resource of the head, with its match in the base. */
export interface Match {
  before?: PlanResource;
  after: PlanResource;
}

/** Matches of resources between base and head, and the resources that are gone. */
export interface Matches {
  matches: Match[];
  gone: PlanResource[];
}

/**
 * Finds each resource in the base by its URN, else by the first of its aliases that the base has, as the engine does
 * (`getOldResource` in `pkg/resource/deploy/step_generator.go`). A resource of the base is matched once.
 */
export function matchesOf(base: Plan | undefined, head: Plan): Matches {
  const olds = new Map((base?.resources ?? []).map((resource) => [resource.urn, resource]));
  const taken = new Set<string>();
  const matches = head.resources.map((after): Match => {
    const urn = [after.urn, ...after.aliases].find((candidate) => olds.has(candidate) && !taken.has(candidate));
    if (urn === undefined) return { after };
    taken.add(urn);
    return { before: olds.get(urn), after };
  });
  return { matches, gone: [...olds.values()].filter(({ urn }) => !taken.has(urn)) };
}
