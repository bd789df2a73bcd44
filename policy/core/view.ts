/** What an unknown value is while a preview runs: only the cloud will say it. */
const unknown = Symbol("unknown");

/** The value of one key, where the type has it. */
type Member<T, K extends PropertyKey> = T extends readonly unknown[] ? never : K extends keyof T ? T[K] : never;
/** The keys of an object type, of each member of a union. */
type Keys<T> = T extends readonly unknown[] ? never : T extends object ? keyof T & string : never;
/** The elements of a list type. */
type Element<T> = T extends readonly (infer E)[] ? E : never;

/**
 * A value in the properties of a resource, with its path. Reading never throws, whatever the author wrote: a value of a
 * wrong type reads as if it were not set (the provider will refuse it), and an unknown value says that it is unknown.
 */
export class View<T = unknown> {
  private constructor(
    private readonly raw: unknown,
    /** Path from the resource, as a reader would write it: `spec.containers[0].image`. */
    readonly path: string,
  ) {}

  /** The properties of a resource. */
  static of<T>(properties: unknown): View<T> {
    return new View<T>(properties, "");
  }

  /** The same value, with the type that the caller knows it to have. */
  as<U>(): View<U> {
    return new View<U>(this.raw, this.path);
  }

  /** A document inside a property, for example JSON text: its paths begin with that property's. */
  static inside<T>(value: unknown, path: string): View<T> {
    return new View<T>(value, path);
  }

  /** The member of that name; not set where this is no object. Keys are those of the type. */
  at<K extends Keys<NonNullable<T>>>(key: K): View<Member<NonNullable<T>, K>> {
    return new View(this.known ? read(this.raw, key) : unknown, below(this.path, key));
  }

  /** The members of a map, by key. */
  entries(): [string, View<NonNullable<T>[keyof NonNullable<T>]>][] {
    if (!isObject(this.raw)) return [];
    return Object.keys(this.raw).map((key) => [key, new View(read(this.raw, key), below(this.path, key))]);
  }

  /** The elements of a list; none where it is not set. One value in the place of a list is a list of one. */
  items(): View<Element<NonNullable<T>>>[] {
    if (!this.known || this.raw === undefined || this.raw === null) return [];
    if (!Array.isArray(this.raw)) return [];
    const list = this.raw;
    return Array.from({ length: list.length }, (_, i) => new View(read(list, i), `${this.path}[${i}]`));
  }

  /** Whether a value is there to be read, or nothing is: false for a value that only the cloud knows. */
  get known(): boolean {
    return this.raw !== unknown;
  }

  /** Whether the author wrote something. */
  get isSet(): boolean {
    return this.raw !== undefined && this.raw !== null;
  }

  /** The text, where it is one. */
  text(): string | undefined {
    return typeof this.raw === "string" ? this.raw : undefined;
  }

  /** Whether it is that text or truth value, or may turn out to be: an exception is granted to what is not known yet. */
  mayBe(value: string | boolean): boolean {
    return !this.known || this.raw === value || this.raw === String(value);
  }

  /** The number, where it is one, or text that says one. */
  number(): number | undefined {
    if (typeof this.raw === "number") return this.raw;
    return typeof this.raw === "string" && /^-?\d+(\.\d+)?$/.test(this.raw) ? Number(this.raw) : undefined;
  }

  /** The truth value, where it is one, or text that says one. */
  boolean(): boolean | undefined {
    if (typeof this.raw === "boolean") return this.raw;
    return this.raw === "true" ? true : this.raw === "false" ? false : undefined;
  }

  /** Whether anything below is unknown, so that a thing that was not found may still be there. */
  hasUnknown(): boolean {
    if (!this.known) return true;
    if (Array.isArray(this.raw)) return this.items().some((item) => item.hasUnknown());
    return this.entries().some(([, member]) => member.hasUnknown());
  }

  /** The value in a message. Only for properties that can't hold a secret. */
  shown(): string {
    if (!this.known) return "unknown";
    if (!this.isSet) return "not set";
    if (Array.isArray(this.raw)) {
      return this.raw.length === 0
        ? "[]"
        : `[${this.items()
            .map((item) => item.shown())
            .join(", ")}]`;
    }
    return isObject(this.raw) ? "an object" : JSON.stringify(this.raw);
  }
}

/** A path as JavaScript would write it. */
function below(path: string, key: string): string {
  if (!/^[\w$-]+$/.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return path === "" ? key : `${path}.${key}`;
}

/** The policy server's objects throw where a value is unknown; nothing else does. */
function read(from: unknown, key: string | number): unknown {
  if (!isObject(from)) return undefined;
  try {
    return Object.hasOwn(from, key) ? Reflect.get(from, key) : undefined;
  } catch {
    return unknown;
  }
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
