/** A stack that could not be previewed. Plain data, as it travels in JSON. */
export interface StackFailure {
  project: string;
  stack: string;
  /** Why, as its author is told, without the text of a secret; may be of several lines. */
  words: string;
  /** What it was to be compared with, as reports call it. */
  base?: string;
  /** Whether it was read from a file: then the code that was previewed may have written it. */
  fromFile?: boolean;
}

/** A line for each line of why, with the stack before it. */
export function failureLines({ stack, words }: StackFailure): string {
  return `${stack}: ${words.replaceAll("\n", `\n${stack}: `)}`;
}

/** How many names are told; the report has all. */
const most = 5;

/** That a report is not all, and which stacks it has not. */
export function incompleteWords(failures: readonly StackFailure[]): string {
  const names = [...new Set(failures.map(({ stack }) => stack))];
  const shown = names.length > most ? [...names.slice(0, most), `${names.length - most} more`] : names;
  return `incomplete: ${names.length} ${names.length === 1 ? "stack" : "stacks"} could not be previewed: ${shown.join(", ")}`;
}
