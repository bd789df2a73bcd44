import type { Builder, TestSuite } from "junit-report-builder";
import type { Finding } from "../../../policy/protocol/finding";
import { type Judged, usedExemptions } from "../../model/judged";
import { isBlocking, type PolicyRule, type Violation } from "../../model/plan";
import { findingOf } from "../../model/policy-texts";
import { unjudgedIn } from "../../model/unjudged";
import { visible, visibleLines } from "../../model/visible";
import { addFailures, type HowRun } from "../shared/failures";
import { addReading } from "../shared/reading";

/**
 * JUnit XML: a suite for each stack, a case for each rule. A broken mandatory rule is a failure, a broken advisory rule is
 * reported in the case's output, and a rule that was not asked is skipped. Characters that XML can't hold, or that are
 * invisible, are written out (`visible`).
 */
export function junitReport(judged: readonly Judged[], { reading, failures = [] }: HowRun = {}): string {
  // Loaded on demand: loading it takes as long as all other reports.
  const builder: Builder = require("junit-report-builder");
  const report = builder.newBuilder();
  for (const stack of judged) {
    const suite = report.testSuite().name(visible(stack.stack));
    for (const rule of rulesOf(stack)) addCase(suite, stack, rule);
    for (const { type, resources } of unjudgedIn(stack.policy.notes)?.types ?? []) {
      const words = `no rule is about ${type} (${resources})`;
      suite.testCase().className(visible(stack.stack)).name(visible(words)).skipped();
    }
  }
  addFailures(report, failures);
  if (reading !== undefined) addReading(report, reading);
  return `${report.build()}\n`;
}

/** The part of a rule that a case needs. */
type JudgedRule = Pick<PolicyRule, "name" | "title"> & { resources: number };

/** The rules that were asked, and broken rules that are not in the pack's, or the event log's, list of asked rules. */
function rulesOf({ policy }: Judged): JudgedRule[] {
  const known = new Set(policy.judged.map(({ name }) => name));
  const broken = new Set(policy.violations.map((violation) => violation.policy).filter((name) => !known.has(name)));
  return [...policy.judged, ...[...broken].map((name) => ({ name, title: "", resources: 1 }))];
}

function addCase(suite: TestSuite, stack: Judged, { name, title, resources }: JudgedRule): void {
  const test = suite
    .testCase()
    .className(visible(stack.stack))
    .name(visible(title === "" ? name : `${name}: ${title}`));
  const violations = stack.policy.violations.filter(({ policy }) => policy === name);
  const lines = (list: typeof violations): string =>
    list.map((violation) => `${visible(violation.urn)}\n${foundLines(violation)}`).join("\n\n");
  const blocking = violations.filter(isBlocking);
  const advice = violations.filter((violation) => !isBlocking(violation));
  const exempt = usedExemptions(stack)
    .filter(({ policy }) => policy === name)
    .map((one) => `exempt: ${visible(one.urn)}\n${fieldLines(one)}\n${one.words}`);
  if (blocking.length > 0) {
    const noun = blocking.length === 1 ? "violation" : "violations";
    test.failure(`${blocking.length} ${noun}`, "mandatory").stacktrace(section(lines(blocking)));
    return;
  }
  const output = [...(advice.length > 0 ? [`advisory:\n${lines(advice)}`] : []), ...exempt];
  if (output.length > 0) test.standardOutput(section(output.join("\n\n")));
  if (resources === 0) test.skipped();
}

/** The finding: a line for each field, or the sentence of a pack without fields. */
function foundLines(violation: Violation): string {
  const finding = findingOf(violation);
  return finding === undefined ? violation.message : fieldLines(finding);
}

function fieldLines({ path, found, required, fix }: Finding): string {
  return `property: ${path}\nfound: ${found}\nrequired: ${required}\nfix: ${fix}`;
}

/** A text as a section of characters, which `]]>` would end. */
function section(text: string): string {
  return visibleLines(text).replaceAll("]]>", "]]\\u003e");
}
