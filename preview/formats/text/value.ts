import { visible } from "../../model/visible";
import type { Wire } from "../../model/wire";
import { elided, elidedPair } from "../markdown/comment/elide";

/** A longer value keeps its start and end. */
const most = 160;

/** Digits of a digest that are shown: as many as `docker images` shows. */
const digits = 12;

/** A value in one line of text. */
function shownValue(value: Wire | undefined): string {
  return value === undefined ? "not set" : elided(shortDigests(whole(value)), most);
}

/** Two values that differ, each shortened so that the first difference is visible. */
export function shownValues(before: Wire | undefined, after: Wire | undefined): [before: string, after: string] {
  if (before === undefined || after === undefined) return [shownValue(before), shownValue(after)];
  const both: [string, string] = [whole(before), whole(after)];
  const short = both.map(shortDigests);
  // Two digests may start with the same digits.
  const [old, now] = short[0] === short[1] ? both : [short[0] ?? "", short[1] ?? ""];
  return elidedPair(old, now, most);
}

/** As JSON, without control characters of a terminal. */
function whole(value: Wire): string {
  return visible(JSON.stringify(value));
}

/** Shortens digests: `sha256:0123456789ab…`. */
function shortDigests(text: string): string {
  return text.replace(/\b(sha(?:256|384|512):)([0-9a-f]{64,128})\b/g, (_, kind: string, hex: string) => {
    return `${kind}${hex.slice(0, digits)}…`;
  });
}
