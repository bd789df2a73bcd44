import type { StackFailure } from "../plan/failure";
import { changesText } from "./changes-text";
import { failuresText } from "./failures";
import type { Previewed } from "./previewed";
import type { Text } from "./terminal";
import { textReport } from "./text";

/** What was previewed, as text: all that there is where nothing was compared, else what changes; and what could not be previewed. */
export function previewedText(
  stacks: readonly Previewed[],
  text: Text,
  failures: readonly StackFailure[] = [],
): string {
  if (failures.length === 0) return ofStacks(stacks, text);
  const { head, all } = failuresText(failures, text);
  return [head, ...(stacks.length === 0 ? [] : [ofStacks(stacks, text)]), all].join("\n\n");
}

function ofStacks(stacks: readonly Previewed[], text: Text): string {
  const plans = stacks.flatMap(({ plan, change }) => (plan !== undefined && change.base === undefined ? [plan] : []));
  if (plans.length > 0 && plans.length === stacks.length) return textReport(plans, text);
  return changesText(
    stacks.map(({ change }) => change),
    text,
  );
}
