import type { Plan, PlanResource } from "../plan/plan";

/** A resource after, with the one in the base that it was. */
export interface Match {
  before?: PlanResource;
  after: PlanResource;
}

/** What of the base has become what, and what of it is gone. */
export interface Matches {
  matches: Match[];
  gone: PlanResource[];
}

/**
 * Finds each resource in the base by its URN, else by the first of its aliases that the base has, as the engine does
 * (`getOldResource` in `pkg/resource/deploy/step_generator.go`). Nobody is found twice.
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
