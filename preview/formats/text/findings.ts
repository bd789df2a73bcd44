import { withoutFix } from "../../facts/finding-words";
import type { Judged, SourcePosition } from "../../model/judged";
import { isBlocking, type PolicyRule, type Violation } from "../../model/plan";

/** One violation, with its stack. */
export interface Finding {
  stack: string;
  violation: Violation;
  /** Position of the resource in the source, if known. */
  source?: SourcePosition;
}

/** The findings of one rule at one level, in all stacks. */
export interface RuleFindings {
  name: string;
  /** The pack's description of the rule; undefined if it has none. */
  rule?: PolicyRule;
  severity: Violation["severity"];
  level: Violation["enforcementLevel"];
  findings: Finding[];
}

const worst: readonly Violation["severity"][] = ["critical", "high", "medium", "low", "unspecified"];

/** Findings by rule: blocking ones first, then by severity, by number, and by name. */
export function findingsByRule(judged: readonly Judged[]): RuleFindings[] {
  const groups = new Map<string, RuleFindings>();
  for (const { stack, resources, policy } of judged) {
    const sources = new Map(resources.map(({ urn, source }) => [urn, source]));
    const rules = new Map(policy.judged.map((rule) => [rule.name, rule]));
    for (const violation of policy.violations) {
      const { policy: name, severity, enforcementLevel: level, urn } = violation;
      const key = `${level} ${severity} ${name}`;
      const group = groups.get(key) ?? { name, rule: rules.get(name), severity, level, findings: [] };
      groups.set(key, group);
      const source = violation.source ?? sources.get(urn);
      group.findings.push({ stack, violation, ...(source === undefined ? {} : { source }) });
    }
  }
  const blocks = ({ findings: [first] }: RuleFindings) => (first !== undefined && isBlocking(first.violation) ? 0 : 1);
  return [...groups.values()].sort(
    (a, b) =>
      blocks(a) - blocks(b) ||
      worst.indexOf(a.severity) - worst.indexOf(b.severity) ||
      b.findings.length - a.findings.length ||
      (a.name < b.name ? -1 : 1),
  );
}

/** Number of stacks in which a rule found something. */
export function stacksOf({ findings }: RuleFindings): number {
  return new Set(findings.map(({ stack }) => stack)).size;
}

/** The finding without the rule's own fix at its end: the fix is shown once. */
export function foundWords({ violation: { message } }: Finding, rule: PolicyRule | undefined): string {
  return withoutFix(message, rule?.fix ?? "");
}
