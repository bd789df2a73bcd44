import { createColors } from "picocolors";

export type Paint = ReturnType<typeof createColors>;

/** How text looks where it is read. */
export interface Text {
  paint: Paint;
  /** Columns in which sentences are broken; `Infinity` where each is one line. Names are never broken. */
  width: number;
  /** How many findings of one rule are shown; `Infinity` for all. */
  limit: number;
}

/** Text without colours and with one line a sentence. */
export const plainText: Text = { paint: createColors(false), width: Number.POSITIVE_INFINITY, limit: 10 };

/** What text is printed on. */
export interface Surface {
  isTerminal: boolean;
  /** Columns of the terminal. */
  columns?: number;
  env: Readonly<Record<string, string | undefined>>;
}

/** Sentences are not read well in longer lines, however wide the window is. */
const widest = 120;
const narrowest = 40;

/**
 * Text as its reader can take it. In a pipe or a file a sentence is one line: what reads it (grep, the log of a CI job) breaks
 * lines by itself.
 */
export function textOn(surface: Surface, limit: number = plainText.limit): Text {
  const { isTerminal, columns = 80 } = surface;
  return {
    paint: createColors(isColoured(surface)),
    width: isTerminal ? Math.max(narrowest, Math.min(widest, columns)) : Number.POSITIVE_INFINITY,
    limit,
  };
}

/**
 * `NO_COLOR` comes first (no-color.org: set, and not empty), then `FORCE_COLOR`, which has colours in a pipe too and none with
 * `0` or `false` (as Node.js reads it), then `TERM=dumb`.
 */
function isColoured({ isTerminal, env: { NO_COLOR: no, FORCE_COLOR: force, TERM: term } }: Surface): boolean {
  if (no !== undefined && no !== "") return false;
  if (force !== undefined && force !== "") return force !== "0" && force !== "false";
  return isTerminal && term !== "dumb";
}
