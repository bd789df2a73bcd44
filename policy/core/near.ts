/**
 * Names that a mistyped one may have meant, nearest first, three at most: a few letters off, or with the same words in
 * another order or number. None where nothing is near.
 */
function nearNames(mistyped: string, names: Iterable<string>): string[] {
  const scored = [...names].map((name) => [name, Math.min(edits(mistyped, name), wordsApart(mistyped, name))] as const);
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

/** Letters that are put in, left out or changed (Levenshtein distance). */
function edits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) {
      const changed = (row[j] ?? 0) + (letter === b[j] ? 0 : 1);
      next.push(Math.min(changed, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
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
