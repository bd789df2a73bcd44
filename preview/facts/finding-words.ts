import type { PolicyRule, Violation } from "../model/plan";

/** A violation in the columns of a report; a field that its pack does not send is empty. */
export interface FindingWords {
  property: string;
  found: string;
  required: string;
  fix: string;
}

/**
 * A violation by its fields. If a pack sends only sentences, the whole sentence is the finding, without the rule's own fix:
 * nothing else is parsed out of a sentence, as it holds values that others wrote.
 */
export function findingWords(violation: Violation, rule: PolicyRule | undefined): FindingWords {
  const { message, property = "", found, required = "" } = violation;
  const fix = violation.fix ?? rule?.fix ?? "";
  return { property, found: found ?? withoutFix(message, fix), required, fix };
}

/** A sentence without the fix, for reports that show the fix separately. */
export function withoutFix(message: string, fix: string): string {
  const end = fix.trim();
  const rest = end !== "" && message.endsWith(end) ? message.slice(0, -end.length).trim() : "";
  return rest === "" ? message : rest;
}
