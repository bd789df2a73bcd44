import type { Failing, Passing } from "../core/fixture";

/** An object with a value at a path as `places.ts` writes them: `*` is an element of a list, `!` ends a document of JSON text. */
function holding([key = "", ...rest]: readonly string[], value: unknown): Record<string, unknown> {
  const isList = rest[0] === "*";
  const below = isList ? rest.slice(1) : rest;
  const inner = below.length === 0 ? value : holding(below, value);
  const held = isList ? [inner] : inner;
  return key.endsWith("!") ? { [key.slice(0, -1)]: JSON.stringify(held) } : { [key]: held };
}

/** The paths of lists and documents on the way. */
function wayOf(path: string): string[] {
  const parts = path.split(".");
  return parts.flatMap((part, i) => {
    const before = shown(parts.slice(0, i + 1).join("."));
    return part.endsWith("!") || parts[i + 1] === "*" ? [before] : [];
  });
}

const shown = (path: string) => path.replaceAll(".*", "[0]").replaceAll("!", "");

interface Values {
  good: unknown;
  bad: unknown;
  /** What is said of the bad one. */
  message: string;
}

/** Resources with a good and with a bad value at each path; those with a good one may leave it out. */
export function pathFixtures(
  paths: Readonly<Record<string, readonly string[]>>,
  { good, bad, message }: Values,
  free: string,
): { passes: Passing[]; fails: Failing[] } {
  const rows = Object.entries(paths).flatMap(([type, list]) => list.map((path) => ({ type, path })));
  const properties = (path: string, value: unknown) => holding(path.split("."), value);
  return {
    passes: rows.map(({ type, path }) => ({
      name: `${path} that is fine`,
      type,
      properties: properties(path, good),
      harmless: Object.fromEntries(wayOf(path).map((way) => [way, free])),
    })),
    fails: rows.map(({ type, path }) => ({
      name: `${path} that is not`,
      type,
      properties: properties(path, bad),
      messages: [`${shown(path)} ${message}`],
    })),
  };
}
