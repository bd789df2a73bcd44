import { grouped } from "../../../facts/words";

/** A part of a comment that can be left out, wholly or from some item on. */
export interface Section {
  /** The least important section is left out first. */
  importance: Importance;
  /** Title of its fold, in HTML; neighbours with the same title share a fold. Undefined if it is open. */
  fold?: string;
  head: readonly string[];
  /** Items of a few lines each; an item is kept or left out as a whole. */
  items: readonly (readonly string[])[];
  foot: readonly string[];
  /** The name of an item: `delete`, `deletes`. */
  unit: readonly [one: string, many: string];
  /** Replaces items that were left out, if that takes more than a list item. */
  more?(words: string): readonly string[];
}

/** From the first to be left out to the last. */
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

/** Replaces that many items. */
export function moreLines({ unit, more = listItem }: Section, left: number): readonly string[] {
  return left > 0 ? more(`… and ${grouped(left)} more ${left === 1 ? unit[0] : unit[1]}`) : [];
}

function listItem(words: string): string[] {
  return [`- ${words}`];
}
