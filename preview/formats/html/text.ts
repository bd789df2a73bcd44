import { visibleLines } from "../../model/visible";

/**
 * Text of others, in HTML: no mark-up, in an element or in a quoted attribute, and no character that is invisible or changes
 * the direction of text.
 */
export function escapedHtml(text: string): string {
  return visibleLines(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
