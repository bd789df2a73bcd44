import { counted, grouped } from "../../../facts/words";
import { type Importance, importances, linesOf, moreLines, type Section } from "./section";

/** The parts that every comment has. */
export interface Frame {
  top: readonly string[];
  bottom: readonly string[];
  /** Link to the full report, as Markdown; undefined if there is none. */
  fullReport?: string;
}

/**
 * Share of the limit that a section may use before less important sections get theirs. Otherwise thousands of deletions
 * would leave no line for a policy that blocks.
 */
const shares: Readonly<Partial<Record<Importance, number>>> = {
  facts: 0.4,
  stacks: 0.2,
  losses: 0.2,
  violations: 0.2,
  deletes: 0.1,
  replacements: 0.1,
  problems: 0.05,
  exemptions: 0.05,
  advice: 0.05,
};

/**
 * The comment: all sections in their order, cut to the limit from the least important up. Omissions are mentioned, and no
 * line is cut. Throws a `RangeError` if not even the frame fits.
 */
export function fitted(sections: readonly Section[], frame: Frame, limit: number): string {
  const whole = text(
    sections.map((section) => ({ fold: section.fold, lines: linesOf(section) })),
    frame,
  );
  if (bytesOf(whole) <= limit) return whole;
  const folds = new Set(sections.flatMap(({ fold }) => fold ?? []));
  const wrapping = [...folds].reduce((sum, fold) => sum + bytesOfLines(folded(fold, [])) + 1, 0);
  const room = limit - bytesOf(text([], frame, notice(sections, [], frame, limit))) - wrapping;
  if (room < 0) throw new RangeError(`limit is ${limit}; required: ${-room} bytes more for what must be there`);
  const counts = allotted(sections, room);
  const kept = sections.flatMap((section, i) =>
    (counts[i] ?? 0) > 0 ? [{ fold: section.fold, lines: linesOf(section, counts[i]) }] : [],
  );
  return text(kept, frame, notice(sections, counts, frame, limit));
}

/** Number of items of each section that fit. */
function allotted(sections: readonly Section[], room: number): number[] {
  const costs = sections.map(costsOf);
  const counts = sections.map(() => 0);
  let left = room;
  const grow = (i: number, most: number): void => {
    const cost = costs[i] ?? [0];
    const before = cost[counts[i] ?? 0] ?? 0;
    const count = cost.findLastIndex((bytes) => bytes <= Math.min(most, left + before));
    if (count <= (counts[i] ?? 0)) return;
    left -= (cost[count] ?? 0) - before;
    counts[i] = count;
  };
  const order = sections.map((_, i) => i).sort((a, b) => rank(sections[b]) - rank(sections[a]) || a - b);
  for (const i of order) grow(i, (shares[sections[i]?.importance ?? "details"] ?? 0) * room);
  for (const i of order) grow(i, Number.POSITIVE_INFINITY);
  return counts;
}

function rank(section: Section | undefined): number {
  return section === undefined ? -1 : importances.indexOf(section.importance);
}

/** Length of a section for each number of items, from 0. */
function costsOf(section: Section): number[] {
  const { head, items, foot } = section;
  let sum = bytesOfLines([...head, ...foot]) + 1;
  const costs = items.map((item, i) => {
    sum += bytesOfLines(item);
    return sum + bytesOfLines(moreLines(section, items.length - i - 1));
  });
  return [0, ...costs];
}

/** The omitted items, and where to find them. */
function notice(sections: readonly Section[], counts: readonly number[], { fullReport }: Frame, limit: number): string {
  const left = new Map<string, { unit: Section["unit"]; count: number }>();
  for (const [i, { unit, items }] of sections.entries()) {
    const count = items.length - (counts[i] ?? 0) + (left.get(unit[0])?.count ?? 0);
    left.set(unit[0], { unit, count });
  }
  const words = [...left.values()].flatMap(({ unit, count }) => (count > 0 ? [counted(count, ...unit)] : []));
  const where = fullReport === undefined ? "" : ` Full report: ${fullReport}`;
  return `> Left out, to stay within ${grouped(limit)} characters: ${words.join(", ")}.${where}`;
}

/** Lines of a section, and the fold that they are in. */
interface Kept {
  fold: string | undefined;
  lines: readonly string[];
}

function text(sections: readonly Kept[], { top, bottom, fullReport }: Frame, left?: string): string {
  const report = left ?? (fullReport === undefined ? [] : `Full report: ${fullReport}`);
  const parts = [top, ...inFolds(sections), [report].flat(), bottom].filter((lines) => lines.length > 0);
  return `${parts.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

/** Joins neighbours with the same fold. */
function inFolds(sections: readonly Kept[]): (readonly string[])[] {
  const groups: { fold: string | undefined; all: (readonly string[])[] }[] = [];
  for (const { fold, lines } of sections) {
    const last = groups.at(-1);
    if (last !== undefined && fold !== undefined && last.fold === fold) last.all.push(lines);
    else groups.push({ fold, all: [lines] });
  }
  return groups.map(({ fold, all }) => {
    const lines = all.flatMap((one, i) => (i === 0 ? one : ["", ...one]));
    return fold === undefined ? lines : folded(fold, lines);
  });
}

function folded(title: string, lines: readonly string[]): string[] {
  return [`<details><summary>${title}</summary>`, "", ...lines, "", "</details>"];
}

function bytesOfLines(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + bytesOf(line) + 1, 0);
}

function bytesOf(line: string): number {
  return Buffer.byteLength(line);
}
