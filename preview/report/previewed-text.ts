import { changesText } from "./changes-text";
import type { Previewed } from "./previewed";
import type { Text } from "./terminal";
import { textReport } from "./text";

/** What was previewed, as text: all that there is where nothing was compared, else what changes. */
export function previewedText(stacks: readonly Previewed[], text: Text): string {
  const plans = stacks.flatMap(({ plan, change }) => (plan !== undefined && change.base === undefined ? [plan] : []));
  if (plans.length > 0 && plans.length === stacks.length) return textReport(plans, text);
  return changesText(
    stacks.map(({ change }) => change),
    text,
  );
}
