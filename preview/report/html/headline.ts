import { blocking, differingOutputs, errors, losses, type StackView, totals } from "../../facts/view";
import { actionWords, counted } from "../../facts/words";

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
  const counts = totals(views);
  const worst = [
    ...(lost > 0 ? [`${counted(lost, "loss", "losses")} of data`] : []),
    ...(blocked > 0 ? [counted(blocked, "mandatory violation")] : []),
    ...(failed > 0 ? [counted(failed, "error")] : []),
  ];
  const rest = [
    actionWords(counts) ||
      (open > 0 ? "no change that can be seen" : outputs > 0 ? "no resource changes" : "no change"),
    ...(outputs > 0 ? [counted(outputs, "output differs", "outputs differ")] : []),
    ...(open > 0 ? [`${counted(open, "property", "properties")} not comparable`] : []),
  ];
  const words = [...worst, ...rest].join(", ");
  const careful = counts.replace + counts["may replace"] + counts.delete + open > 0;
  return {
    tone: worst.length > 0 ? "bad" : careful ? "careful" : "good",
    words: `${words[0]?.toUpperCase() ?? ""}${words.slice(1)}`,
  };
}
