import type { Phrase } from "../../../facts/phrase";
import { code, prose } from "./escape";

/** A phrase in Markdown: names are code, texts of others are plain words or code. */
export function markdownOf(phrase: Phrase): string {
  return phrase
    .map((piece) => ("own" in piece ? piece.own : "name" in piece ? code(piece.name) : prose(piece.prose, 200)))
    .join("");
}
