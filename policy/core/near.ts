import { distance } from "fastest-levenshtein";

/**
 * Names that a mistyped one may have meant, nearest first, three at most: a few letters off, or with the same words in
 * another order or number. None where nothing is near.
 */
function nearNames(mistyped: string, names: Iterable<string>): string[] {
  const scored = [...names].map(
    (name) => [name, Math.min(distance(mistyped, name), wordsApart(mistyped, name))] as const,
  );
  return scored
    .filter(([, score]) => score <= Math.max(2, Math.floor(mistyped.length / 4)))
    .sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1))
    .slice(0, 3)
    .map(([name]) => name);
}

/** In words, to be put at the end of an error. */
export function nearWords(mistyped: string, names: Iterable<string>): string {
  const near = nearNames(mistyped, names);
  return near.length === 0 ? "" : `; did you mean ${near.join(" or ")}?`;
}

/** One for each word that only the name has, where it has all words of the mistyped one; as good as endless else. */
function wordsApart(mistyped: string, name: string): number {
  const words = name.split("-");
  const wanted = mistyped
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
  const all =
    wanted.length > 0 &&
    wanted.every((word) => words.some((one) => one === word || one === `${word}s` || `${one}s` === word));
  return all ? Math.abs(words.length - wanted.length) : Number.POSITIVE_INFINITY;
}
