import { type Action, actions } from "../../diff/change";
import { blocking, differingOutputs, errors, losses, type StackView } from "../comment/view";
import { actionWords, counted } from "../comment/words";

/** What a reader must know first, and how bad it is. */
export interface Headline {
  tone: "bad" | "careful" | "good";
  words: string;
}

/** The worst of all stacks, then what changes in all. */
export function headline(views: readonly StackView[]): Headline {
  if (views.length === 0) return { tone: "good", words: "No stack is touched" };
  const lost = views.reduce((sum, view) => sum + losses(view).length, 0);
  const blocked = views.reduce((sum, view) => sum + blocking(view), 0);
  const failed = views.reduce((sum, view) => sum + errors(view).length, 0);
  const open = views.reduce((sum, { notComparable }) => sum + notComparable, 0);
  const outputs = views.reduce((sum, view) => sum + differingOutputs(view), 0);
  const totals = sums(views);
  const worst = [
    ...(lost > 0 ? [`${counted(lost, "loss", "losses")} of data`] : []),
    ...(blocked > 0 ? [counted(blocked, "mandatory violation")] : []),
    ...(failed > 0 ? [counted(failed, "error")] : []),
  ];
  const rest = [
    actionWords(totals) ||
      (open > 0 ? "no change that can be seen" : outputs > 0 ? "no resource changes" : "no change"),
    ...(outputs > 0 ? [counted(outputs, "output differs", "outputs differ")] : []),
    ...(open > 0 ? [`${counted(open, "property", "properties")} not comparable`] : []),
  ];
  const words = [...worst, ...rest].join(", ");
  const careful = totals.replace + totals["may replace"] + totals.delete + open > 0;
  return {
    tone: worst.length > 0 ? "bad" : careful ? "careful" : "good",
    words: `${words[0]?.toUpperCase() ?? ""}${words.slice(1)}`,
  };
}

/** How often each thing happens in all of them. */
function sums(views: readonly StackView[]): Record<Action, number> {
  const totals: Record<Action, number> = {
    ...{ create: 0, import: 0, update: 0, "may replace": 0, replace: 0, delete: 0, unchanged: 0 },
  };
  for (const { counts } of views) for (const action of actions) totals[action] += counts[action];
  return totals;
}
