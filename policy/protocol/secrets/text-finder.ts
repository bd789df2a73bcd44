/** From the first character to just after the last. */
export type Span = readonly [start: number, end: number];

/** Characters of each text that are looked up at once; a shorter text is not found. */
export const shortestText = 4;

/** Finds many texts in one pass over a text. The first characters give the candidates for a place; only they are compared. */
export class TextFinder {
  private readonly begins = new Uint8Array(1 << 16);
  private readonly texts = new Map<number, string[]>();

  constructor(texts: Iterable<string>) {
    for (const text of texts) {
      if (text.length < shortestText) continue;
      const key = keyAt(text, 0);
      this.begins[key] = 1;
      const known = this.texts.get(key);
      if (known === undefined) this.texts.set(key, [text]);
      else known.push(text);
    }
  }

  /** Whether there is nothing to be found. */
  get isEmpty(): boolean {
    return this.texts.size === 0;
  }

  /** All places, by their start; the longest of each start only. */
  spansIn(text: string): Span[] {
    const spans: Span[] = [];
    const last = text.length - shortestText;
    for (let at = 0; at <= last; at++) {
      const key = keyAt(text, at);
      if (this.begins[key] === 0) continue;
      let end = at;
      for (const one of this.texts.get(key) ?? []) {
        if (at + one.length > end && text.startsWith(one, at)) end = at + one.length;
      }
      if (end > at) spans.push([at, end]);
    }
    return spans;
  }
}

/** Two bytes of four characters. */
export function keyAt(text: string, at: number): number {
  const pair = text.charCodeAt(at) * 31 + text.charCodeAt(at + 1);
  return (pair * 961 + text.charCodeAt(at + 2) * 31 + text.charCodeAt(at + 3)) & 0xffff;
}
