import { secretText } from "./wire";

/** How V8 says that a text is no JSON: with the character that is wrong, and up to ten before and behind it. */
const quote = /Unexpected token '[\s\S]{1,2}?', ((?:\.\.\.)?"[\s\S]*?"(?:\.\.\.)?) is not valid JSON/g;

/** So many characters that stand in a secret too make a piece of it. */
const shared = 4;

/** Takes pieces of secrets out of what V8 says of a text that is no JSON: it quotes a part, which is no form of the whole. */
export class JsonQuotes {
  constructor(private readonly secrets: readonly string[]) {}

  /** The text, with a mark in the place of each quote that may be of a secret. */
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
