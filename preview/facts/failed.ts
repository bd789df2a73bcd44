import type { StackFailure } from "../model/failure";
import type { Fact } from "./fact";
import { own, type Phrase, phrase } from "./phrase";
import { type RunStacks, stackWords } from "./stack-set";
import { labelIn, type Placed } from "./view";

/** A stack that could not be previewed, with its name in reports. */
export interface Failed extends StackFailure {
  label: string;
}

/** Stacks that could not be previewed, with the names that they have beside those that could. */
export function failedOf(failures: readonly StackFailure[], others: readonly Placed[]): Failed[] {
  const label = labelIn([...failures, ...others]);
  return failures.map((failure) => ({ ...failure, label: label(failure) }));
}

/** Number of failed stacks: two files may have the same one. */
export function failedCount(failed: readonly Failed[]): number {
  return new Set(failed.map(({ label }) => label)).size;
}

/** How many could not be previewed, in words. */
export function failedWords(failed: readonly Failed[]): Phrase {
  const count = failedCount(failed);
  return phrase`${count} ${own(count === 1 ? "stack" : "stacks")} could not be previewed`;
}

/** Stacks that could not be previewed, grouped by reason: all other facts are without them. */
export function failedFacts(failed: readonly Failed[], run: RunStacks): Fact[] {
  return groupsOf(failed).map(({ words, labels }, i) => ({
    kind: "incomplete",
    tone: "bad",
    anchor: `incomplete ${words}`,
    places: labels.map((label) => ({ label })),
    words: phrase`${stackWords(labels, run)} could not be previewed: ${{ prose: words }}`,
    // The first line counts all of them together.
    ...(i === 0 ? { short: failedWords(failed) } : {}),
  }));
}

/** Stacks that failed for the same reason. */
export interface FailedAlike {
  words: string;
  labels: readonly string[];
}

/** Reasons that are equal but for the stack's name, with their stacks. */
export function groupsOf(failed: readonly Failed[]): FailedAlike[] {
  const groups = new Map<string, [Failed, ...Failed[]]>();
  for (const one of failed) {
    const key = withoutName(one);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [one]);
    else known.push(one);
  }
  return [...groups].map(([words, all]) => {
    const labels = [...new Set(all.map(({ label }) => label))];
    return { words: labels.length === 1 ? all[0].words : words, labels };
  });
}

/** The reason, with `<stack>` for the stack's own name, for example in its file's name. */
function withoutName({ words, stack }: Failed): string {
  if (stack === "") return words;
  return words
    .split(stack)
    .reduce((before, behind) => before + (isWithin(before, behind) ? stack : "<stack>") + behind);
}

/** Whether a name between these is a part of a longer word. */
function isWithin(before: string, behind: string): boolean {
  return /[\w-]$/.test(before.slice(-1)) || /^[\w-]/.test(behind);
}
