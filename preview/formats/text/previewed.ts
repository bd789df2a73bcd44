import { factsOf } from "../../facts";
import { failedOf } from "../../facts/failed";
import { viewsOf } from "../../facts/view";
import type { StackFailure } from "../../model/failure";
import { withoutCommands } from "../../model/visible";
import { failuresText } from "../shared/failures";
import type { Previewed } from "../shared/previewed";
import type { Text } from "../shared/terminal";
import { changesText } from "./changes";
import { factLines } from "./facts";
import { textReport } from "./stack";

/**
 * Previews as text. With a comparison: the first line and the facts of the comment and of the page, then the changes.
 * Without one: all resources. Failed previews come last.
 */
export function previewedText(
  stacks: readonly Previewed[],
  text: Text,
  failures: readonly StackFailure[] = [],
): string {
  const changes = stacks.map(({ change }) => change);
  const plans = stacks.flatMap(({ plan, change }) => (plan !== undefined && change.base === undefined ? [plan] : []));
  const isPlain = plans.length > 0 && plans.length === stacks.length;
  // If everything is new, only failures need a decision.
  const led = failures.length > 0 || !isPlain;
  const facts = led ? factsOf(viewsOf(changes, failures), failedOf(failures, changes)) : undefined;
  const sections = [
    facts === undefined ? "" : withoutCommands(factLines(facts, text).join("\n")),
    stacks.length === 0 ? "" : isPlain ? textReport(plans, text) : changesText(changes, text),
    failures.length === 0 ? "" : failuresText(failures, text),
  ];
  return sections.filter((section) => section !== "").join("\n\n");
}
