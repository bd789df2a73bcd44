import { distance } from "fastest-levenshtein";
/**
 * Names that a mistyped one may have meant, the nearest first, at most three: few letters differ, or all of its words are in
 * them.
 */
export function nearNames(mistyped: string, names: readonly string[]): string[] {
  const scored = names.map((name) => ({
    name,
    score: Math.min(distance(mistyped, name), wordsApart(mistyped, name)),
  }));
  // A name much further away than the nearest one was not meant.
  const most = Math.min(Math.max(2, mistyped.length / 3), Math.min(...scored.map(({ score }) => score)) + 1);
  return scored
    .filter(({ score }) => score <= most)
    .sort((a, b) => a.score - b.score || (a.name < b.name ? -1 : 1))
    .slice(0, 3)
    .map(({ name }) => name);
}

/** The end of an error: the near names, else the given words. */
export function nearWords(mistyped: string, names: readonly string[], otherwise: string): string {
  const near = nearNames(mistyped, names).map((name) => JSON.stringify(name));
  return near.length === 0 ? otherwise : `did you mean ${near.join(" or ")}?`;
}

/** One for each word that only the name has, where it has all words of the mistyped one; as good as endless else. */
function wordsApart(mistyped: string, name: string): number {
  const words = name.split("-");
  const wanted = mistyped
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
  const all = wanted.length > 0 && wanted.every((word) => words.includes(word));
  return all ? words.length - wanted.length : Number.POSITIVE_INFINITY;
}
