import { matchesOf } from "../../../preview/compare/matching";
import type { Plan, PlanResource } from "../../../preview/model/plan";
import { claimsOf } from "./claims";

/** Types that are revisions of one name: the next one is made under it while the one before it is there. */
export const revisions: readonly string[] = [
  // Amazon ECS, RegisterTaskDefinition: the next revision of its family.
  "aws:ecs/taskDefinition:TaskDefinition",
];

/**
 * What two resources would hold at one moment of an update. Pulumi creates and updates as soon as what a resource needs
 * is there, and deletes at the end: whoever newly takes a name meets everybody who had it before, even where that one
 * is to give it up in the same update. Only a resource that is itself deleted first meets itself not.
 */
export function conflicts(base: Plan, head: Plan, replaced: ReadonlySet<string>): string[] {
  const { matches, gone } = matchesOf(base, head);
  const before = new Map<string, PlanResource[]>();
  const hold = (holders: Map<string, PlanResource[]>, key: string, resource: PlanResource): void => {
    holders.set(key, [...(holders.get(key) ?? []), resource]);
  };
  for (const resource of [...matches.flatMap((match) => match.before ?? []), ...gone]) {
    for (const key of claimsOf(resource)) hold(before, key, resource);
  }
  const found: string[] = [];
  const after = new Map<string, PlanResource[]>();
  for (const { before: earlier, after: later } of matches) {
    const held = new Set(earlier === undefined ? [] : claimsOf(earlier));
    const isReplaced = replaced.has(later.urn) && later.deleteBeforeReplace !== true && !revisions.includes(later.type);
    for (const key of claimsOf(later)) {
      hold(after, key, later);
      if (held.has(key) && !isReplaced) continue;
      for (const holder of before.get(key) ?? []) {
        if (holder === earlier && !isReplaced) continue;
        found.push(`${later.name} takes ${key}, which ${holder === earlier ? "it" : holder.name} has until the end`);
      }
    }
  }
  for (const [key, holders] of after) {
    const [one, another] = holders;
    if (one !== undefined && another !== undefined) found.push(`${one.name} and ${another.name} both have ${key}`);
  }
  return [...new Set(found)];
}
