import { printable } from "../visible";

/** Tells something on standard error: whatever is in the text, no terminal acts on it, and no job takes it for a command. */
export function tell(text: string): void {
  console.error(printable(text));
}
