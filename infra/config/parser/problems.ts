import { distance } from "fastest-levenshtein";
/** One problem of a stack's config. */
export interface ConfigProblem {
  /** Dotted path under the project's name. */
  key: string;
  message: string;
}

/** All problems of a stack's config. Its message has one line a problem. */
export class ConfigProblems extends Error {
  readonly problems: ConfigProblem[] = [];

  /** The namespace is the project's name, the prefix of its keys. */
  constructor(private readonly namespace = "isotopo") {
    super();
    this.name = "ConfigProblems";
  }

  /** Adds a problem: the value found at the key, and the allowed ones. */
  add(key: string, found: string, allowedThere: string): void {
    this.problems.push({ key, message: `${this.namespace}:${key} ${found}; allowed: ${allowedThere}` });
    this.message = this.problems.map(({ message }) => message).join("\n");
  }

  /** Whether the key itself has a problem. */
  has(key: string): boolean {
    return this.problems.some((problem) => problem.key === key);
  }

  /** Whether the key, a key above it or a key below it has a problem. */
  concern(key: string): boolean {
    return this.problems.some(
      (problem) => problem.key === key || problem.key.startsWith(`${key}.`) || key.startsWith(`${problem.key}.`),
    );
  }

  /** The tree without keys that already have a problem. Lists are all or nothing. */
  without<T>(tree: T, key?: string): T;
  without(tree: unknown, key = ""): unknown {
    if (typeof tree !== "object" || tree === null) return tree;
    if (Array.isArray(tree)) return this.concern(key) ? undefined : tree;
    const kept = Object.entries(tree).flatMap(([name, value]: [string, unknown]) => {
      const below = key === "" ? name : `${key}.${name}`;
      const rest = this.has(below) ? undefined : this.without(value, below);
      return rest === undefined ? [] : [[name, rest]];
    });
    return Object.fromEntries(kept);
  }

  throwIfAny(): void {
    if (this.problems.length > 0) throw this;
  }
}

/** "X, the nearest name", if one is near enough to be the intended one. */
export function nearest(text: string, names: readonly string[]): string | undefined {
  const ranked = names
    .map((name) => ({ name, distance: distance(text, name) }))
    .sort((a, b) => a.distance - b.distance);
  const [best] = ranked;
  return best !== undefined && best.distance <= Math.max(1, text.length / 3)
    ? `${best.name}, which is near`
    : undefined;
}
