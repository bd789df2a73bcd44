import { secretText, secretTexts } from "../model/wire";
import { textsOf } from "../project/stacks";
import type { ResourceState } from "./monitor/state";
import { decodedOf } from "./secret-forms";

/**
 * Removes values within a secret from a policy's message. A rule may quote a piece of a secret text that is JSON; the piece
 * is not secret by itself and is in many texts. So it is removed only from messages about that resource, and only where it
 * is quoted.
 */
export function withoutPieces(message: string, { inputs, outputs }: ResourceState): string {
  const pieces = [...secretTexts(outputs, secretTexts(inputs))].flatMap(piecesOf);
  return [...new Set(pieces)]
    .filter((piece) => piece !== "")
    .map((piece) => JSON.stringify(piece))
    .sort((a, b) => b.length - a.length)
    .reduce((text, quoted) => text.replaceAll(quoted, JSON.stringify(secretText)), message);
}

/** A text; if it is JSON, or JSON in base64, also the texts in it, and those in them. */
export function piecesOf(text: string): string[] {
  const json = textsOf(text);
  const inside = json.length === 1 && json[0] === text ? [] : json;
  const decoded = decodedOf(text);
  return [text, ...inside.flatMap(piecesOf), ...(decoded === undefined ? [] : piecesOf(decoded))];
}
