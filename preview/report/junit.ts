import type { Builder, TestSuite } from "junit-report-builder";
import { type Judged, usedExemptions } from "../plan/judged";
import type { PolicyRule } from "../plan/plan";
import { isBlocking } from "../plan/plan";
import type { Reading } from "../plan/reading";
import { addReading } from "./reading";

/**
 * JUnit XML: a suite for each stack, a case for each rule. A mandatory rule that is broken fails, an advisory one tells so in
 * its output; a rule that nothing was asked of is skipped.
 */
export function junitReport(judged: readonly Judged[], reading?: Reading): string {
  // Loaded when it is asked for: it takes as long as all other reports.
  const builder: Builder = require("junit-report-builder");
  const report = builder.newBuilder();
  for (const stack of judged) {
    const suite = report.testSuite().name(printable(stack.stack));
    for (const rule of stack.policy.judged) addCase(suite, stack, rule);
  }
  if (reading !== undefined) addReading(report, reading);
  return `${report.build()}\n`;
}

function addCase(
  suite: TestSuite,
  stack: Judged,
  { name, title, resources }: PolicyRule & { resources: number },
): void {
  const test = suite.testCase().className(printable(stack.stack)).name(`${name}: ${title}`);
  const violations = stack.policy.violations.filter(({ policy }) => policy === name);
  const lines = (list: typeof violations): string => list.map(({ urn, message }) => `${urn}\n${message}`).join("\n\n");
  const blocking = violations.filter(isBlocking);
  const advice = violations.filter((violation) => !isBlocking(violation));
  const exempt = usedExemptions(stack)
    .filter(({ policy }) => policy === name)
    .map(({ urn, words, message }) => `exempt: ${urn}\n${message}\n${words}`);
  if (blocking.length > 0) {
    const noun = blocking.length === 1 ? "violation" : "violations";
    test.failure(`${blocking.length} ${noun}`, "mandatory").stacktrace(printable(lines(blocking)));
    return;
  }
  const said = [...(advice.length > 0 ? [`advisory:\n${lines(advice)}`] : []), ...exempt];
  if (said.length > 0) test.standardOutput(printable(said.join("\n\n")));
  if (resources === 0) test.skipped();
}

/** XML 1.0 has no control characters, not even escaped. */
function printable(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "\uFFFD");
}
