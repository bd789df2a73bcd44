import { grouped } from "../../facts/words";

/** A part of a comment that may have to be left out, wholly or from some item on. */
export interface Section {
  /** What is needed least is left out first. */
  importance: Importance;
  /** Title of the fold that it stands in, in HTML; neighbours of one title share a fold. Undefined where it is open. */
  fold?: string;
  head: readonly string[];
  /** Each a few lines that stand or fall together. */
  items: readonly (readonly string[])[];
  foot: readonly string[];
  /** What an item is called: `delete`, `deletes`. */
  unit: readonly [one: string, many: string];
  /** What stands for items that were left out, if it is more than a line of a list. */
  more?(words: string): readonly string[];
}

/** From what is left out first to what is left out last. */
export const importances = [
  "details",
  "diagram",
  "engines",
  "notes",
  "advice",
  "other facts",
  "exemptions",
  "problems",
  "replacements",
  "deletes",
  "violations",
  "losses",
  "stacks",
  "facts",
] as const;
export type Importance = (typeof importances)[number];

/** The lines of a section with its first items only. */
export function linesOf(section: Section, count = section.items.length): string[] {
  const { head, items, foot } = section;
  return [...head, ...items.slice(0, count).flat(), ...moreLines(section, items.length - count), ...foot];
}

/** What stands in the place of that many items. */
export function moreLines({ unit, more = listItem }: Section, left: number): readonly string[] {
  return left > 0 ? more(`… and ${grouped(left)} more ${left === 1 ? unit[0] : unit[1]}`) : [];
}

function listItem(words: string): string[] {
  return [`- ${words}`];
}
