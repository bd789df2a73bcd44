import { printable } from "../model/visible";

/** Prints a message to standard error, without control characters and without commands to a CI job. */
export function printMessage(text: string): void {
  console.error(printable(text));
}
