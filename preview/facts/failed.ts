import type { StackFailure } from "../plan/failure";
import type { Fact } from "./fact";
import { own, type Phrase, say } from "./phrase";
import { type RunStacks, stackWords } from "./stack-set";
import { labelIn, type Placed } from "./view";

/** A stack that could not be previewed, as reports call it. */
export interface Failed extends StackFailure {
  label: string;
}

/** Stacks that could not be previewed, with the names that they have beside those that could. */
export function failedOf(failures: readonly StackFailure[], others: readonly Placed[]): Failed[] {
  const label = labelIn([...failures, ...others]);
  return failures.map((failure) => ({ ...failure, label: label(failure) }));
}

/** How many could not be previewed, in words. */
export function failedWords(count: number): Phrase {
  return say`${count} ${own(count === 1 ? "stack" : "stacks")} could not be previewed`;
}

/** Stacks that could not be previewed, those with equal words together: all else that is said is without them. */
export function failedFacts(failed: readonly Failed[], run: RunStacks): Fact[] {
  return groupsOf(failed).map(({ words, labels }, i) => ({
    kind: "incomplete",
    tone: "bad",
    anchor: `incomplete ${words}`,
    places: labels.map((label) => ({ label })),
    words: say`${stackWords(labels, run)} could not be previewed: ${{ prose: words }}`,
    // The first line counts all of them, once.
    ...(i === 0 ? { short: failedWords(new Set(failed.map(({ label }) => label)).size) } : {}),
  }));
}

/** What failed alike. */
export interface FailedAlike {
  words: string;
  labels: readonly string[];
}

/** Equal words once, with their stacks. */
export function groupsOf(failed: readonly Failed[]): FailedAlike[] {
  const groups = new Map<string, Set<string>>();
  for (const { words, label } of failed) groups.set(words, (groups.get(words) ?? new Set()).add(label));
  return [...groups].map(([words, labels]) => ({ words, labels: [...labels] }));
}
