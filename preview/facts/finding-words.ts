import type { PolicyRule, Violation } from "../plan/plan";

/** What a violation found, for the columns of a report; what its pack does not tell is empty. */
export interface FindingWords {
  property: string;
  found: string;
  required: string;
  fix: string;
}

/**
 * A violation by its fields. A pack that tells sentences only has the whole sentence as what was found, but for the rule's own words
 * on how to fix it: nothing else of a sentence is taken apart, as it holds values that others have written.
 */
export function findingWords(violation: Violation, rule: PolicyRule | undefined): FindingWords {
  const { message, property = "", found, required = "" } = violation;
  const fix = violation.fix ?? rule?.mend ?? "";
  return { property, found: found ?? withoutFix(message, fix), required, fix };
}

/** A sentence without the words on how to fix it, where these are shown by themselves. */
export function withoutFix(message: string, fix: string): string {
  const end = fix.trim();
  const rest = end !== "" && message.endsWith(end) ? message.slice(0, -end.length).trim() : "";
  return rest === "" ? message : rest;
}
