import type { PolicyOutcome } from "../plan/plan";

/** What a rule is called, how it is kept, and where that is written. */
export interface RuleWords {
  title: string;
  mend: string;
  source: string;
}

/** The rules of the pack that lies here, by name. */
export type OwnRules = ReadonlyMap<string, RuleWords>;

/**
 * Verdicts out of a file, whose words are those of whoever wrote it: a rule that the pack here has is told in the pack's own words
 * and leads where the pack says; any other leads nowhere.
 */
export function inOwnWords(policy: PolicyOutcome, own: OwnRules): PolicyOutcome {
  return {
    ...policy,
    judged: policy.judged.map((rule) => ({ ...rule, source: "", ...own.get(rule.name) })),
  };
}
