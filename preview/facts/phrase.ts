/** A piece of a sentence. Text from a program is a name or prose, never our own words: each report renders it harmless. */
export type Piece =
  /** Our own words, without mark-up. */
  | { own: string }
  /** A name or a value, shown as code. */
  | { name: string }
  /** A sentence of a program or of a rule. */
  | { prose: string };

/** A sentence, or a part of one, for any report. */
export type Phrase = readonly Piece[];

/**
 * Writes a phrase: the template is our own words; a value is a number, a piece or a phrase, so that no text of others passes
 * for ours.
 */
export function phrase(texts: TemplateStringsArray, ...parts: readonly (number | Piece | Phrase)[]): Phrase {
  const pieces = texts.flatMap((text, i): Phrase => {
    const part = parts[i];
    return [...(text === "" ? [] : [{ own: text }]), ...(part === undefined ? [] : phraseOf(part))];
  });
  return merged(pieces);
}

/** A name or a value of the program's. */
export function name(text: string): Piece {
  return { name: text };
}

/** Our own words, chosen at run time. */
export function own(text: string): Piece {
  return { own: text };
}

/** Phrases in a row: `a`, `a and b`, `a, b and c`; more than `most` are counted. */
export function listed(phrases: readonly Phrase[], most = Number.POSITIVE_INFINITY): Phrase {
  const left = phrases.length - most;
  const shown = left > 0 ? [...phrases.slice(0, most), phrase`${grouped(left)} more`] : phrases;
  return merged(
    shown.flatMap((phrase, i) => [...(i === 0 ? [] : [own(i === shown.length - 1 ? " and " : ", ")]), ...phrase]),
  );
}

/** Phrases one after another, with our own words between them. */
export function joined(phrases: readonly Phrase[], between: string): Phrase {
  return merged(phrases.flatMap((phrase, i) => [...(i === 0 ? [] : [own(between)]), ...phrase]));
}

/** The phrase with a capital letter where it begins with our own words. */
export function capitalized(phrase: Phrase): Phrase {
  const [first, ...rest] = phrase;
  if (first === undefined || !("own" in first)) return phrase;
  return [own(`${first.own.charAt(0).toUpperCase()}${first.own.slice(1)}`), ...rest];
}

/** The phrase without any mark, for a title. */
export function plainText(phrase: Phrase): string {
  return phrase.map((piece) => ("own" in piece ? piece.own : "name" in piece ? piece.name : piece.prose)).join("");
}

function phraseOf(part: number | Piece | Phrase): Phrase {
  if (typeof part === "number") return [grouped(part)];
  return isPhrase(part) ? part : [part];
}

function isPhrase(part: Piece | Phrase): part is Phrase {
  return Array.isArray(part);
}

function grouped(count: number): Piece {
  return own(count.toLocaleString("en-US"));
}

/** Joins adjacent pieces of our own words, so that equal phrases are equal data. */
function merged(pieces: Phrase): Phrase {
  const all: Piece[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    if (last !== undefined && "own" in last && "own" in piece) all[all.length - 1] = own(last.own + piece.own);
    else all.push(piece);
  }
  return all;
}
