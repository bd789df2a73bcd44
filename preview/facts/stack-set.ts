import { joined, name, own, type Phrase, phrase } from "./phrase";

/** The names of all stacks of a run: `all` and `of` refer to them. */
export type RunStacks = readonly string[];

/** More stacks than these are counted, and described by the common words of their names. */
const mostNamed = 2;
/** More words than these at one place of the names are no help. */
const mostWords = 3;

/**
 * Some of a run's stacks in plain words: their names, `12 stacks of anclora`, `4 prod stacks of mesio`, `6 stacks (dev,
 * staging)`, `all 3 stacks`, `5 of 12 stacks`. Common words of their names are used only if no other stack of the run has
 * them.
 */
export function stackWords(some: readonly string[], run: RunStacks): Phrase {
  const [first, second] = some;
  if (first === undefined) return phrase`no stack`;
  if (some.length <= mostNamed)
    return second === undefined ? phrase`${name(first)}` : phrase`${name(first)} and ${name(second)}`;
  const common = commonWords(some, run);
  if (common !== undefined) return common;
  if (some.length === run.length) return phrase`all ${some.length} stacks`;
  return phrase`${some.length} of ${run.length} stacks`;
}

/** ` in` with the stacks; nothing where the run has no other. */
export function inStacks(some: readonly string[], run: RunStacks): Phrase {
  return run.length <= 1 ? [] : phrase` in ${stackWords(some, run)}`;
}

function partsOf(stack: string): string[] {
  return stack.split(/[-_./]/);
}

/** The words at each place of the names that identify these stacks among all of the run; undefined if they don't. */
function commonWords(some: readonly string[], run: RunStacks): Phrase | undefined {
  const names = some.map(partsOf);
  const [{ length } = []] = names;
  if (length === undefined || length < 2 || names.some((parts) => parts.length !== length)) return undefined;
  const alike = run.map(partsOf).filter((parts) => parts.length === length);
  const places = Array.from({ length }, (_, i) => ({
    words: new Set(names.map((parts) => parts[i])),
    all: new Set(alike.map((parts) => parts[i])),
  }));
  const fitting = alike.filter((parts) => places.every(({ words }, i) => words.has(parts[i]))).length;
  if (fitting !== some.length) return undefined;
  const distinctive = places.map(({ words, all }): string[] =>
    words.size === 1 || words.size < all.size ? [...words].flatMap((word) => word ?? []) : [],
  );
  if (
    distinctive.every(({ length: count }) => count === 0) ||
    distinctive.some(({ length: count }) => count > mostWords)
  )
    return undefined;
  return written(distinctive, some.length);
}

/** A common word comes before `stacks`, the first word after it; several words are in brackets. */
function written([first = [], ...others]: readonly string[][], count: number): Phrase {
  const singles = others.flatMap((words) => (words.length === 1 ? words : []));
  const kinds = singles.reduce<Phrase>((words, kind) => phrase`${words}${name(kind)} `, []);
  const several = [first, ...others]
    .filter((words) => words.length > 1)
    .map((words) =>
      joined(
        words.map((word) => [name(word)]),
        ", ",
      ),
    );
  const of = first.length === 1 ? phrase` of ${name(first[0] ?? "")}` : [];
  const aside = several.length === 0 ? [] : [own(" ("), ...joined(several, "; "), own(")")];
  return phrase`${count} ${kinds}stacks${of}${aside}`;
}
