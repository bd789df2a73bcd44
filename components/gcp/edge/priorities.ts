import type { types } from "@pulumi/gcp";
import { digestNumber } from "../../contract";

type Rule = types.input.compute.SecurityPolicyRule;

/** A rule before it has a priority, with the text that its priority comes from. */
export interface UnplacedRule {
  /** Unique among the rules of a policy, and the same as long as the rule is: `body-limit`, `rate-login`. */
  key: string;
  rule: Omit<Rule, "priority" | "description">;
}

/** A range of priorities for one kind of rule; an earlier band is evaluated first. */
export interface Band {
  /** First priority. */
  from: number;
  rules: readonly UnplacedRule[];
}

/** Priorities of a band. A policy has some dozens of rules, so that two seldom want the same one. */
export const bandWidth = 1000;

/**
 * Rules with their priorities. A rule's priority comes from its own key, never from the rules beside it: the provider changes a
 * policy by priority, one rule after the other (`resourceComputeSecurityPolicyUpdate`), so that one more rule among numbered
 * ones would rewrite all behind it, and for moments one of them would be missing from a firewall that is in use.
 */
export function placed(bands: readonly Band[]): Rule[] {
  return bands.flatMap(({ from, rules }) => {
    const taken = new Set<number>();
    const found = [...rules]
      .sort((a, b) => (a.key < b.key ? -1 : 1))
      .map(({ key, rule }) => {
        let offset = digestNumber(key) % bandWidth;
        while (taken.has(offset)) offset = (offset + 1) % bandWidth;
        taken.add(offset);
        return { ...rule, description: key, priority: from + offset };
      });
    return found.sort((a, b) => a.priority - b.priority);
  });
}
