/** A stack that could not be previewed. Plain data, as it travels in JSON. */
export interface StackFailure {
  project: string;
  stack: string;
  /** The reason, in words for the program's author, without the text of a secret; may have several lines. */
  words: string;
  /** The intended base, as reports name it. */
  base?: string;
  /** Whether it was read from a file: then the code that was previewed may have written it. */
  fromFile?: boolean;
}

/** A line for each line of the reason, with the stack before it. */
export function failureLines({ stack, words }: StackFailure): string {
  return `${stack}: ${words.replaceAll("\n", `\n${stack}: `)}`;
}

/** Number of names in the message; the report has all. */
const most = 5;

/** The message that a report is incomplete, with the missing stacks. */
export function incompleteWords(failures: readonly StackFailure[]): string {
  const names = [...new Set(failures.map(({ stack }) => stack))];
  const shown = names.length > most ? [...names.slice(0, most), `${names.length - most} more`] : names;
  return `incomplete: ${names.length} ${names.length === 1 ? "stack" : "stacks"} could not be previewed: ${shown.join(", ")}`;
}
