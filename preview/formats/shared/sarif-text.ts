import { visibleLines } from "../../model/visible";

/**
 * Text of others in a SARIF message: viewers make a link of `[words](address)` (section 3.11.6), unless the brackets are
 * escaped.
 */
export function messageText(text: string): string {
  const seen = visibleLines(text);
  return /\]\(/.test(seen) ? seen.replace(/[\\[\]]/g, "\\$&") : seen;
}
