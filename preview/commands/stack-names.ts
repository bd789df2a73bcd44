import { PreviewError } from "../model/errors";
import { nearWords } from "../model/near";
import { globOf } from "../sources/files/glob";
import type { StackChoice } from "../sources/revision/choice";

/**
 * Stacks by name or pattern; a pattern may match deleted stacks. Throws a `PreviewError` with a line for each pattern
 * without a match.
 */
export function namedStacks(
  patterns: readonly string[],
  known: readonly string[],
  gone: readonly string[],
): StackChoice {
  const present = new Set<string>();
  const past = new Set<string>();
  const problems: string[] = [];
  for (const word of patterns) {
    // An unknown name is reported, with the folder, when its stack is read.
    if (!/[*?{]/.test(word)) {
      present.add(word);
      continue;
    }
    const glob = globOf(word);
    const [here, there] = [known, gone].map((names) => names.filter((name) => glob.test(name)));
    for (const stack of here ?? []) present.add(stack);
    for (const stack of there ?? []) past.add(stack);
    if ((here ?? []).length + (there ?? []).length > 0) continue;
    const names = `there are: ${known.join(", ")}`;
    problems.push(`no stack matches ${JSON.stringify(word)}; ${nearWords(word.replace(/[*?{}]/g, ""), known, names)}`);
  }
  if (problems.length > 0) throw new PreviewError(problems.join("\n"));
  return { present: [...present], gone: [...past], words: [] };
}
