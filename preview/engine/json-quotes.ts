import { secretText } from "../model/wire";

/** V8's message for a text that is not JSON: the wrong character, and up to ten characters on each side of it. */
const quote = /Unexpected token '[\s\S]{1,2}?', ((?:\.\.\.)?"[\s\S]*?"(?:\.\.\.)?) is not valid JSON/g;

/** A quote that shares this many characters with a secret is part of it. */
const shared = 4;

/**
 * Removes quoted parts of secrets from V8's JSON errors. A quoted part is not found otherwise, as it is no form of the whole
 * secret.
 */
export class JsonQuotes {
  constructor(private readonly secrets: readonly string[]) {}

  /** The text, with a mark for each quote that may come from a secret. */
  without(text: string): string {
    if (!text.includes(" is not valid JSON")) return text;
    return text.replace(quote, (whole: string, quoted: string) => {
      const piece = quoted.replace(/^(?:\.\.\.)?"|"(?:\.\.\.)?$/g, "");
      return this.isOfSecret(piece) ? `${secretText} is not valid JSON` : whole;
    });
  }

  private isOfSecret(piece: string): boolean {
    const windows = Array.from({ length: Math.max(piece.length - shared + 1, 1) }, (_, i) =>
      piece.slice(i, i + shared),
    );
    return this.secrets.some((secret) => windows.some((part) => secret.includes(part)));
  }
}
