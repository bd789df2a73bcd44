import { createColors } from "picocolors";

export type Paint = ReturnType<typeof createColors>;

/** Style of text. */
export interface Text {
  paint: Paint;
  /** Width at which sentences are wrapped, in columns; `Infinity` for one line each. Names are never broken. */
  width: number;
  /** Number of findings shown for one rule; `Infinity` for all. */
  limit: number;
}

/** Text without colours and with one line a sentence. */
export const plainText: Text = { paint: createColors(false), width: Number.POSITIVE_INFINITY, limit: 10 };

/** The output that text is printed on. */
export interface Surface {
  isTerminal: boolean;
  /** Columns of the terminal. */
  columns?: number;
  env: Readonly<Record<string, string | undefined>>;
}

/** Longer lines are hard to read, however wide the window is. */
const widest = 120;
const narrowest = 40;

/**
 * The text style of an output. In a pipe or a file a sentence is one line: its reader (grep, the log of a CI job) wraps
 * lines itself.
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
 * `NO_COLOR` comes first (no-color.org: set, and not empty), then `FORCE_COLOR`, which also colours a pipe, and turns
 * colours off with `0` or `false` (as Node.js reads it), then `TERM=dumb`.
 */
function isColoured({ isTerminal, env: { NO_COLOR: no, FORCE_COLOR: force, TERM: term } }: Surface): boolean {
  if (no !== undefined && no !== "") return false;
  if (force !== undefined && force !== "") return force !== "0" && force !== "false";
  return isTerminal && term !== "dumb";
}
