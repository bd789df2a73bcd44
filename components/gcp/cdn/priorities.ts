import type { types } from "@pulumi/gcp";
import { digestNumber } from "../../contract";

type Rule = types.input.compute.SecurityPolicyRule;

/** A rule before it has a place, with what is its own: the text that its place comes from. */
export interface UnplacedRule {
  /** Unique among the rules of a policy, and the same as long as the rule is: `body-limit`, `rate-login`. */
  key: string;
  rule: Omit<Rule, "priority" | "description">;
}

/** Places of one kind of rules: what stands in a band before another is asked before it. */
export interface Band {
  /** First place. */
  from: number;
  rules: readonly UnplacedRule[];
}

/** Places of a band. A policy has some dozens of rules, so that two seldom want one place. */
export const bandWidth = 1000;

/**
 * Rules with their places. A rule's place comes from its own key, never from the rules beside it: the provider changes a
 * policy by place, one rule after the other (`resourceComputeSecurityPolicyUpdate`), so that one more rule among numbered
 * ones would rewrite all behind it, and for moments one of them would be missing from a firewall that is in use.
 */
export function placed(bands: readonly Band[]): Rule[] {
  return bands.flatMap(({ from, rules }) => {
    const taken = new Set<number>();
    const found = [...rules]
      .sort((a, b) => (a.key < b.key ? -1 : 1))
      .map(({ key, rule }) => {
        let place = digestNumber(key) % bandWidth;
        while (taken.has(place)) place = (place + 1) % bandWidth;
        taken.add(place);
        return { ...rule, description: key, priority: from + place };
      });
    return found.sort((a, b) => a.priority - b.priority);
  });
}
