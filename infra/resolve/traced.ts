/** Origin of a value of the topology. */
export type Origin = "app" | "environment" | "stack" | "default";

/** A value with its origin. */
export class Traced<T> {
  constructor(
    readonly value: T,
    readonly origin: Origin,
  ) {}
}

/**
 * A tree whose leaves have an origin. A whole branch may be traced at once. An optional value may be undefined, but its key
 * may not be forgotten: every key of `T` is required. It does not distribute over unions: an optional text is one type, not
 * two trees.
 */
export type TracedTree<T> = Traced<T> | Branch<NonNullable<T>> | Extract<T, undefined>;

type Branch<T> = [T] extends [readonly (infer Item)[]]
  ? TracedTree<Item>[]
  : [T] extends [object]
    ? TracedFields<T>
    : never;

/** The tree of an object that is not traced as a whole; of one member, if the object is a union. */
export type TracedFields<T> = T extends unknown ? { [K in keyof Required<T>]: TracedTree<T[K]> } : never;

export const app = <T>(value: T): Traced<T> => new Traced(value, "app");
export const stack = <T>(value: T): Traced<T> => new Traced(value, "stack");
export const fallback = <T>(value: T): Traced<T> => new Traced(value, "default");

/** The application's value, else a default of the framework. */
export const or = <T>(value: T | undefined, otherwise: T): Traced<T> =>
  value === undefined ? fallback(otherwise) : app(value);

/** A plain tree, and the origin of each of its leaves by dotted path. */
export interface Resolved<T> {
  value: T;
  origins: Record<string, Origin>;
}

/** Separates values from origins. */
export function split<T>(tree: TracedTree<T>): Resolved<T>;
export function split(tree: unknown): Resolved<unknown> {
  const origins: Record<string, Origin> = {};
  return { value: take(tree, undefined, "", origins), origins };
}

function take(node: unknown, origin: Origin | undefined, path: string, origins: Record<string, Origin>): unknown {
  if (node instanceof Traced) return take(node.value, node.origin, path, origins);
  const below = (key: string | number) => (path === "" ? String(key) : `${path}.${key}`);
  if (Array.isArray(node) && node.length > 0) {
    return node.map((item: unknown, i) => take(item, origin, below(i), origins));
  }
  if (typeof node === "object" && node !== null && !Array.isArray(node)) {
    const entries = Object.entries(node).filter(([, item]) => !isNothing(item));
    if (entries.length === 0) origins[path] = origin ?? "default";
    return Object.fromEntries(entries.map(([key, item]) => [key, take(item, origin, below(key), origins)]));
  }
  origins[path] = origin ?? "default";
  return node;
}

/** A value that is left out has no origin either. */
function isNothing(node: unknown): boolean {
  return node instanceof Traced ? isNothing(node.value) : node === undefined;
}
