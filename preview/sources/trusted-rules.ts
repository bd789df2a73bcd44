import type { PolicyOutcome } from "../model/plan";

/** Title, fix and link of a rule. */
export interface RuleWords {
  title: string;
  fix: string;
  source: string;
}

/** The rules of the local pack, by name. */
export type OwnRules = ReadonlyMap<string, RuleWords>;

/**
 * Replaces the texts of verdicts from a file, which anyone may have written: a rule that the local pack has gets that pack's
 * title, fix and link; any other gets no link.
 */
export function inOwnWords(policy: PolicyOutcome, own: OwnRules): PolicyOutcome {
  return {
    ...policy,
    judged: policy.judged.map((rule) => ({ ...rule, source: "", ...own.get(rule.name) })),
  };
}
