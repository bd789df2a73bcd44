import { piecesOf, withoutQuoted } from "../../policy/protocol/secrets/pieces";
import { secretTexts } from "../model/wire";
import type { ResourceState } from "./monitor/state";

/**
 * Removes values within a secret from a policy's message. A rule may quote a piece of a secret text that is JSON; the piece
 * is not secret by itself and is in many texts. So it is removed only from messages about that resource, and only where it
 * is quoted.
 */
export function withoutPieces(message: string, { inputs, outputs }: ResourceState): string {
  return withoutQuoted(message, [...secretTexts(outputs, secretTexts(inputs))].flatMap(piecesOf));
}
