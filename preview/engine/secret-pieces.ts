import { textsOf } from "../project/stacks";
import type { ResourceState } from "./monitor/state";
import { decodedOf } from "./secret-forms";
import { secretText, secretTexts } from "./wire";

/**
 * What a policy shows of the values within a secret: of a secret text that is JSON a rule may quote a piece, which is no secret
 * by itself and stands in many a text. So it is taken out of what is said of that resource, and where it is quoted, only.
 */
export function withoutPieces(message: string, { inputs, outputs }: ResourceState): string {
  const pieces = [...secretTexts(outputs, secretTexts(inputs))].flatMap(piecesOf);
  return [...new Set(pieces)]
    .filter((piece) => piece !== "")
    .map((piece) => JSON.stringify(piece))
    .sort((a, b) => b.length - a.length)
    .reduce((told, quoted) => told.replaceAll(quoted, JSON.stringify(secretText)), message);
}

/** A text, those in it where it is JSON, or JSON in base64, and those in them. */
export function piecesOf(text: string): string[] {
  const json = textsOf(text);
  const inside = json.length === 1 && json[0] === text ? [] : json;
  const decoded = decodedOf(text);
  return [text, ...inside.flatMap(piecesOf), ...(decoded === undefined ? [] : piecesOf(decoded))];
}
