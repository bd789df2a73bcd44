import type { Builder } from "junit-report-builder";
import type { Notification } from "sarif";
import type { StackFailure } from "../plan/failure";
import type { Reading } from "../plan/reading";
import { visible, visibleLines, withoutCommands } from "../visible";
import { messageText } from "./sarif-text";
import type { Text } from "./terminal";
import { wrapped } from "./wrap";

/** How a run went: forms that tell verdicts alone tell of it beside them. */
export interface HowRun {
  /** How files were read, where these are what was judged. */
  reading?: Reading;
  /** Stacks that could not be previewed. */
  failures?: readonly StackFailure[];
}

/** Stacks that could not be previewed, for a terminal, each with why. */
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

/** Stacks that could not be previewed, as a suite of each with one case, which is an error. */
export function addFailures(report: Builder, failures: readonly StackFailure[]): void {
  for (const { stack, words } of failures) {
    const suite = report.testSuite().name(visible(stack));
    suite.testCase().className(visible(stack)).name("preview").error(visibleLines(words), "could not be previewed");
  }
}
