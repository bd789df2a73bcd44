import { decodedOf } from "./forms";
import { secretText } from "./mark";

/** The texts in a text that may be JSON; without JSON, the text itself. */
export function textsOf(value: string): string[] {
  try {
    const parsed: unknown = JSON.parse(value);
    return typeof parsed === "object" && parsed !== null ? leaves(parsed) : [value];
  } catch {
    return [value];
  }
}

function leaves(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(leaves) : [];
}

/** A text; if it is JSON, or JSON in base64, also the texts in it, and those in them. */
export function piecesOf(text: string): string[] {
  const json = textsOf(text);
  const inside = json.length === 1 && json[0] === text ? [] : json;
  const decoded = decodedOf(text);
  return [text, ...inside.flatMap(piecesOf), ...(decoded === undefined ? [] : piecesOf(decoded))];
}

/** A text without the pieces of secrets that it quotes, as JSON writes them. */
export function withoutQuoted(text: string, pieces: Iterable<string>): string {
  return [...new Set(pieces)]
    .filter((piece) => piece !== "")
    .map((piece) => JSON.stringify(piece))
    .sort((a, b) => b.length - a.length)
    .reduce((rest, quoted) => rest.replaceAll(quoted, JSON.stringify(secretText)), text);
}
