import { keyAt, type Span } from "../../policy/protocol/secrets/text-finder";

/** This many consecutive characters that a secret has too are a piece of it. */
const run = 8;
/** A run with fewer different characters, blanks apart, is a ruler or an indentation. */
const leastSigns = 4;

/** The texts to compare with. */
export interface Known {
  secrets: Iterable<string>;
  /** Texts that are not secret: a run that they contain is kept. */
  plain: Iterable<string>;
}

/**
 * The places where a text shares a run of 8 characters or more with a secret: messages quote a secret in parts, cut it,
 * number its lines. Only the text is indexed by its runs, and each secret is read once, so that time and memory stay small
 * for many and long secrets.
 */
export function sharedRuns(text: string, { secrets, plain }: Known): Span[] {
  const inText = new Set(runsOf(text));
  if (inText.size === 0) return [];
  const begins = new Uint8Array(1 << 16);
  for (let at = 0; at + run <= text.length; at++) begins[keyAt(text, at)] = 1;
  const shared = new Set<string>();
  for (const secret of secrets) {
    for (let at = 0; at + run <= secret.length; at++) {
      if (begins[keyAt(secret, at)] === 0) continue;
      const piece = secret.slice(at, at + run);
      if (inText.has(piece) && !shared.has(piece) && isDistinctive(piece)) shared.add(piece);
    }
  }
  if (shared.size === 0) return [];
  for (const known of plain) for (const piece of runsOf(known)) shared.delete(piece);
  return placesOf(shared, text);
}

/** Places, with those that touch joined into one. */
function placesOf(pieces: ReadonlySet<string>, text: string): Span[] {
  const spans: [start: number, end: number][] = [];
  for (let at = 0; at + run <= text.length; at++) {
    if (!pieces.has(text.slice(at, at + run))) continue;
    const last = spans.at(-1);
    if (last !== undefined && at <= last[1]) last[1] = at + run;
    else spans.push([at, at + run]);
  }
  return spans;
}

function* runsOf(text: string): Generator<string> {
  for (let at = 0; at + run <= text.length; at++) yield text.slice(at, at + run);
}

function isDistinctive(piece: string): boolean {
  return new Set(piece.replace(/\s/g, "")).size >= leastSigns;
}
