import type { Span } from "./text-finder";

/** What stands in a text in the place of a secret. */
export const secretText = "[secret]";

/** A text with that mark for each span. Overlapping spans get one mark together, so that no part is left. */
export function withoutSpans(text: string, spans: readonly Span[]): string {
  let result = "";
  let done = 0;
  for (const [start, end] of spans) {
    if (start >= done) result += `${text.slice(done, start)}${secretText}`;
    done = Math.max(done, end);
  }
  return result + text.slice(done);
}
