import { visibleLines } from "../visible";

/** A text of others in a message of SARIF: a viewer makes a link of `[words](address)` in one (section 3.11.6), unless its brackets are escaped. */
export function messageText(text: string): string {
  const seen = visibleLines(text);
  return /\]\(/.test(seen) ? seen.replace(/[\\[\]]/g, "\\$&") : seen;
}
