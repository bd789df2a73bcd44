import type { Rule } from "../../policy/core/rule";
import { kindsOfPods, podTypes } from "../../policy/kinds/pods";
import type { RuleExclusion } from "./exclusion";
import type { Family } from "./families";
import { fits } from "./unclaimed";

/** A type that a rule does not judge, though it judges another one of its family. */
interface Sibling {
  rule: string;
  type: string;
}

/** Those that no exclusion is about; and the exclusions that are of none. */
export function missingSiblings(
  families: readonly Family[],
  rules: readonly Pick<Rule, "id" | "breaksBy">[],
  excluded: readonly RuleExclusion[],
): { missing: string[]; idle: RuleExclusion[] } {
  const open = rules.flatMap(({ id, breaksBy }) => {
    const isJudged = (type: string) =>
      breaksBy[type] !== undefined ||
      (breaksBy[kindsOfPods] !== undefined && podTypes.includes(type.replace(/Patch$/, "")));
    return families
      .filter(({ types }) => types.some(isJudged))
      .flatMap(({ types }) => types.filter((type) => !isJudged(type)))
      .map((type): Sibling => ({ rule: id, type }));
  });
  const isOf = ({ rules: ids, types }: RuleExclusion, { rule, type }: Sibling) =>
    ids.some((pattern) => fits(pattern, rule)) && types.some((pattern) => fits(pattern, type));
  const missing = open.filter((sibling) => !excluded.some((one) => isOf(one, sibling)));
  return {
    missing: [...new Set(missing.map(({ rule, type }) => `${rule}: ${type}`))],
    idle: excluded.filter(
      ({ rules: ids, types, why }) =>
        !ids.every((pattern) =>
          types.every((type) => open.some((sibling) => isOf({ rules: [pattern], types: [type], why }, sibling))),
        ),
    ),
  };
}
