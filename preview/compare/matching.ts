import { PreviewError } from "../model/errors";
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
 * (`getOldResource` in `pkg/resource/deploy/step_generator.go`). Throws a `PreviewError` where a resource of the base is
 * claimed twice, which the engine refuses.
 */
export function matchesOf(base: Plan | undefined, head: Plan): Matches {
  const olds = new Map((base?.resources ?? []).map((resource) => [resource.urn, resource]));
  const present = new Set(head.resources.map(({ urn }) => urn));
  const taken = new Map<string, string>();
  const problems: string[] = [];
  const matches = head.resources.map((after): Match => {
    const urn = [after.urn, ...after.aliases].find((candidate) => olds.has(candidate));
    if (urn === undefined) return { after };
    const other = urn === after.urn ? undefined : present.has(urn) ? urn : taken.get(urn);
    if (other !== undefined) problems.push(claimedTwice(urn, after.urn, other));
    taken.set(urn, after.urn);
    return { before: olds.get(urn), after };
  });
  if (problems.length > 0) throw new PreviewError(problems.join("\n"));
  return { matches, gone: [...olds.values()].filter(({ urn }) => !taken.has(urn)) };
}

function claimedTwice(alias: string, urn: string, other: string): string {
  const whose = alias === other ? "is still in the program" : `is also the alias of '${other}'`;
  return (
    `Duplicate resource alias '${alias}' of '${urn}': that resource of the base ${whose}, and Pulumi refuses both; ` +
    "take the alias away, or the other resource"
  );
}
