import type { Note } from "./plan";

/** What a pack's note tells of an exemption. */
export interface ExemptionNote {
  state: "used" | "expired" | "unmatched";
  rule: string;
  owner: string;
  /** The last day it holds, as `2027-01-31`. */
  expires: string;
  reason: string;
  place: string;
}

/**
 * An exemption out of a note: `used: rule, owner O, expires 2027-01-31: reason [place] | finding`; undefined for another note. Each
 * character is looked at a few times at most, however long the note of a stranger is.
 */
export function exemptionIn({ policy, message }: Note): ExemptionNote | undefined {
  const head = policy === "exemptions" ? /^(used|expired|unmatched): ([\w-]+), owner /.exec(message) : null;
  const [start = "", state, rule] = head ?? [];
  if (state !== "used" && state !== "expired" && state !== "unmatched") return undefined;
  const rest = message.slice(start.length);
  const until = /, expires (\d{4}-\d\d-\d\d): /.exec(rest);
  const [words = "", expires] = until ?? [];
  if (until === null || rule === undefined || expires === undefined) return undefined;
  const reasoned = rest.slice(until.index + words.length);
  const end = endOf(reasoned);
  if (end === undefined) return undefined;
  return {
    ...{ state, rule, owner: rest.slice(0, until.index), expires },
    ...{ reason: reasoned.slice(0, end.open), place: reasoned.slice(end.open + 2, end.close) },
  };
}

/** Where the place begins and ends: the first brackets with nothing after them, or findings. */
function endOf(text: string): { open: number; close: number } | undefined {
  let close = -1;
  for (let open = text.indexOf(" ["); open >= 0; open = text.indexOf(" [", open + 1)) {
    if (close < open) close = text.indexOf("]", open);
    if (close < 0) return undefined;
    if (close === text.length - 1 || text.startsWith(" | ", close + 1)) return { open, close };
  }
  return undefined;
}
