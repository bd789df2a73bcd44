import type { z } from "zod";
import type { stackFailure } from "./schema/change";

/** A stack that could not be previewed; `schema/change.ts` has its fields. */
export type StackFailure = z.infer<typeof stackFailure>;

/** A line for each line of the reason, with the stack before it. */
export function failureLines({ stack, words }: StackFailure): string {
  return `${stack}: ${words.replaceAll("\n", `\n${stack}: `)}`;
}

/** Number of names in the message; the report has all. */
const most = 5;

/** The message that a report is incomplete, with the missing stacks. */
export function incompleteWords(failures: readonly Pick<StackFailure, "stack">[]): string {
  const names = [...new Set(failures.map(({ stack }) => stack))];
  const shown = names.length > most ? [...names.slice(0, most), `${names.length - most} more`] : names;
  return `incomplete: ${names.length} ${names.length === 1 ? "stack" : "stacks"} could not be previewed: ${shown.join(", ")}`;
}
