import type { Phrase } from "../../facts/phrase";
import { elided } from "../markdown/comment/elide";
import { escapedHtml as text } from "./text";

/** A longer name keeps its start and end. */
const mostCharacters = 200;

/** A phrase in HTML: names are code, the rest is text. */
export function htmlOf(phrase: Phrase): string {
  return phrase
    .map((piece) => {
      if ("own" in piece) return text(piece.own);
      if ("name" in piece) return `<code>${text(elided(piece.name, mostCharacters))}</code>`;
      return text(elided(piece.prose, 2 * mostCharacters));
    })
    .join("");
}
