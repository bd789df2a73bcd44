import type { Builder } from "junit-report-builder";
import type { Notification } from "sarif";
import type { StackFailure } from "../../model/failure";
import type { Reading } from "../../model/reading";
import { visible, visibleLines, withoutCommands } from "../../model/visible";
import { messageText } from "./sarif-text";
import type { Text } from "./terminal";
import { wrapped } from "./wrap";

/** The state of a run: formats for verdicts report it beside them. */
export interface HowRun {
  /** How files were read, if files were judged. */
  reading?: Reading;
  /** Stacks that could not be previewed. */
  failures?: readonly StackFailure[];
}

/** Stacks that could not be previewed, for a terminal, with the reasons. */
export function failuresText(failures: readonly StackFailure[], { width }: Text): string {
  const lines = failures.flatMap(({ stack, words }) => [
    `  ${visible(stack)}`,
    ...wrapped(visibleLines(words), width, 4),
  ]);
  return withoutCommands(["Could not be previewed:", ...lines].join("\n"));
}

/** Stacks that could not be previewed, as notifications of a tool (SARIF 2.1.0, 3.58). */
export function failureNotifications(failures: readonly StackFailure[]): Notification[] {
  return failures.map(({ stack, words }) => ({
    level: "error",
    message: { text: messageText(`${visible(stack)} could not be previewed: ${words}`) },
  }));
}

/** Stacks that could not be previewed: a suite for each, with one case, which is an error. */
export function addFailures(report: Builder, failures: readonly StackFailure[]): void {
  for (const { stack, words } of failures) {
    const suite = report.testSuite().name(visible(stack));
    suite.testCase().className(visible(stack)).name("preview").error(visibleLines(words), "could not be previewed");
  }
}
