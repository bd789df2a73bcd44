import { distance } from "fastest-levenshtein";
/** One thing that is wrong with a stack's config. */
export interface ConfigProblem {
  /** Dotted path under the project's name. */
  key: string;
  message: string;
}

/** Everything that is wrong with a stack's config. Its message has one line a problem. */
export class ConfigProblems extends Error {
  readonly problems: ConfigProblem[] = [];

  /** The namespace is the project's name, which stands before its keys. */
  constructor(private readonly namespace = "isotopo") {
    super();
    this.name = "ConfigProblems";
  }

  /** Adds a problem: what was found at the key, and what is allowed there. */
  add(key: string, found: string, allowedThere: string): void {
    this.problems.push({ key, message: `${this.namespace}:${key} ${found}; allowed: ${allowedThere}` });
    this.message = this.problems.map(({ message }) => message).join("\n");
  }

  /** Whether a problem has been told of a key itself. */
  has(key: string): boolean {
    return this.problems.some((problem) => problem.key === key);
  }

  /** Whether a problem has been told of a key, of what is above it or of what is below it. */
  concern(key: string): boolean {
    return this.problems.some(
      (problem) => problem.key === key || problem.key.startsWith(`${key}.`) || key.startsWith(`${problem.key}.`),
    );
  }

  /** What is left of a tree below a key without that of which a problem has been told; a list is kept or left whole. */
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

/** "X, the nearest name" where one is near enough to have been meant. */
export function nearest(text: string, names: readonly string[]): string | undefined {
  const ranked = names
    .map((name) => ({ name, distance: distance(text, name) }))
    .sort((a, b) => a.distance - b.distance);
  const [best] = ranked;
  return best !== undefined && best.distance <= Math.max(1, text.length / 3)
    ? `${best.name}, which is near`
    : undefined;
}
