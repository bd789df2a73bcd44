import { formsOf } from "../protocol/secrets/forms";
import { withoutSpans } from "../protocol/secrets/mark";
import { piecesOf, withoutQuoted } from "../protocol/secrets/pieces";
import { TextFinder } from "../protocol/secrets/text-finder";

/** What is secret of all that was judged, kept out of what the pack says. */
export interface Secrets {
  /** A text without secrets. */
  without(text: string): string;
}

/** Texts that are known to be secret. */
export class SecretTexts implements Secrets {
  private readonly texts = new Set<string>();
  private readonly forms = new Set<string>();
  private readonly pieces = new Set<string>();
  /** Made again when a text was added. */
  private finder: TextFinder | undefined;

  add(text: string): void {
    if (text === "" || this.texts.has(text)) return;
    this.texts.add(text);
    for (const form of formsOf(text)) this.forms.add(form);
    for (const piece of piecesOf(text)) this.pieces.add(piece);
    this.finder = undefined;
  }

  without(text: string): string {
    if (this.texts.size === 0) return text;
    this.finder ??= new TextFinder(this.forms);
    return withoutQuoted(withoutSpans(text, this.finder.spansIn(text)), this.pieces);
  }
}

/** Where it is not known what is secret, no value is told. */
export const allIsSecret: Secrets = {
  without: (text) => text.replace(/"(?:[^"\\]|\\.)*"/g, '"[not shown]"'),
};
