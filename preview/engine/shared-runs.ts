import { keyAt, type Span } from "./text-finder";

/** As many characters that a secret has too, one after another, are a piece of it. */
const run = 8;
/** Fewer different signs, blanks apart, are a ruler or an indentation. */
const leastSigns = 4;

/** What a text is held against. */
export interface Known {
  secrets: Iterable<string>;
  /** What is no secret: a run that it has too is left. */
  plain: Iterable<string>;
}

/**
 * The places of a text where it has a run of 8 characters or more in common with a secret: messages quote a secret in parts, cut
 * it, number its lines. Only the text is kept by its runs, and each secret is gone through once, so time and room stay small
 * also for many secrets and long ones.
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
      if (inText.has(piece) && !shared.has(piece) && isTelling(piece)) shared.add(piece);
    }
  }
  if (shared.size === 0) return [];
  for (const known of plain) for (const piece of runsOf(known)) shared.delete(piece);
  return placesOf(shared, text);
}

/** Those that touch one another as one. */
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

function isTelling(piece: string): boolean {
  return new Set(piece.replace(/\s/g, "")).size >= leastSigns;
}
