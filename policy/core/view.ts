import type { Trace } from "./trace";

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
 * wrong type reads as if it were not set (the provider will refuse it), and an unknown value says that it is unknown. What is
 * read is written down in a trace, so that a verdict knows which values it could not see.
 */
export class View<T = unknown> {
  private constructor(
    private readonly raw: unknown,
    /** Path from the resource, as a reader would write it: `spec.containers[0].image`. */
    readonly path: string,
    private readonly trace: Trace | undefined,
    /** Path of the value that is unknown: this one's, or that of an object around it. */
    private readonly hidden: string,
    /** Whether names of members count in any letters: `Privileged` is `privileged`. */
    private readonly anyLetters = false,
  ) {}

  /** The properties of a resource. */
  static of<T>(properties: unknown, trace?: Trace): View<T> {
    return new View<T>(properties, "", trace, "");
  }

  /** The same value, with the type that the caller knows it to have. */
  as<U>(): View<U> {
    return new View<U>(this.raw, this.path, this.trace, this.hidden, this.anyLetters);
  }

  /** The document that a property holds as JSON text; not set where it is none. Its paths begin with the property's. */
  json<U>(): View<U> {
    if (this.read() === unknown) return this.as<U>();
    if (typeof this.raw !== "string") return this.isObject ? this.as<U>() : this.child<U>(undefined, this.path);
    return this.child<U>(parsed(this.raw), this.path);
  }

  /**
   * The same of a document that its provider decodes as Go does: names of members count in any letters, and of two that differ
   * in their letters alone the last one (Go's documentation, `json.Unmarshal`).
   */
  jsonOfGo<U>(): View<U> {
    const document = this.json<U>();
    return new View<U>(document.raw, document.path, document.trace, document.hidden, true);
  }

  /** The member of that name; not set where this is no object. Keys are those of the type. */
  at<K extends Keys<NonNullable<T>>>(key: K): View<Member<NonNullable<T>, K>> {
    const name = this.anyLetters ? nameIn(this.raw, key) : key;
    const path = below(this.path, name);
    if (this.raw === unknown) return new View(unknown, path, this.trace, this.hidden);
    return this.child(readMember(this.raw, name), path);
  }

  /** The members of a map, by key. */
  entries(): [string, View<NonNullable<T>[keyof NonNullable<T>]>][] {
    const raw = this.read();
    if (!isObject(raw)) return [];
    return Object.keys(raw).map((key) => [key, this.child(readMember(raw, key), below(this.path, key))]);
  }

  /** The elements of a list; none where it is not set or no list. */
  items(): View<Element<NonNullable<T>>>[] {
    const list = this.read();
    if (!Array.isArray(list)) return [];
    return Array.from({ length: list.length }, (_, i) => this.child(readMember(list, i), `${this.path}[${i}]`));
  }

  /** Whether a value is there to be read, or nothing is: false for a value that only the cloud knows. */
  get known(): boolean {
    return this.read() !== unknown;
  }

  /** Whether the author wrote something. */
  get isSet(): boolean {
    const raw = this.read();
    return raw !== undefined && raw !== null;
  }

  /** Whether it is an object or a list. */
  get isObject(): boolean {
    return isObject(this.read());
  }

  /** The text, where it is one. */
  text(): string | undefined {
    const raw = this.read();
    return typeof raw === "string" ? raw : undefined;
  }

  /** The texts of a list, or the one text in the place of a list; what is no text, or not known, is left out. */
  texts(): string[] {
    const raw = this.read();
    if (typeof raw === "string") return [raw];
    return this.items().flatMap((item) => item.text() ?? []);
  }

  /** Whether it is that text or truth value, or may turn out to be: an exception is granted to what is not known yet. */
  mayBe(value: string | boolean): boolean {
    const raw = this.read();
    return raw === unknown || raw === value || raw === String(value);
  }

  /** The number, where it is one, or text that says one. */
  number(): number | undefined {
    const raw = this.read();
    if (typeof raw === "number") return raw;
    return typeof raw === "string" && /^-?\d+(\.\d+)?$/.test(raw) ? Number(raw) : undefined;
  }

  /** The truth value, where it is one, or text that says one. */
  boolean(): boolean | undefined {
    const raw = this.read();
    if (typeof raw === "boolean") return raw;
    return raw === "true" ? true : raw === "false" ? false : undefined;
  }

  /** Whether anything below is unknown, so that a thing that was not found may still be there. */
  hasUnknown(): boolean {
    if (!this.known) return true;
    if (Array.isArray(this.raw)) return this.items().some((item) => item.hasUnknown());
    return this.entries().some(([, member]) => member.hasUnknown());
  }

  /** The value in a message. Only for properties that can't hold a secret. */
  shown(): string {
    const { raw } = this;
    if (raw === unknown) return "unknown";
    if (raw === undefined || raw === null) return "not set";
    if (Array.isArray(raw)) {
      const items = Array.from({ length: raw.length }, (_, i) => this.child(readMember(raw, i), "").shown());
      return `[${items.join(", ")}]`;
    }
    return isObject(raw) ? "an object" : JSON.stringify(raw);
  }

  private child<U>(raw: unknown, path: string): View<U> {
    return new View<U>(raw, path, this.trace, path, this.anyLetters);
  }

  /** The value, written down as read. */
  private read(): unknown {
    if (this.raw === unknown) this.trace?.couldNotRead(this.hidden);
    else this.trace?.read(this.path);
    return this.raw;
  }
}

/** A path as JavaScript would write it. */
function below(path: string, key: string): string {
  if (!/^[\w$-]+$/.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return path === "" ? key : `${path}.${key}`;
}

/** The name that an object has for a member, whatever its letters. */
function nameIn(from: unknown, key: string): string {
  if (!isObject(from)) return key;
  return Object.keys(from).findLast((name) => name.toLowerCase() === key.toLowerCase()) ?? key;
}

/** The policy server's objects throw where a value is unknown; nothing else does. */
function readMember(from: unknown, key: string | number): unknown {
  if (!isObject(from)) return undefined;
  try {
    return Object.hasOwn(from, key) ? Reflect.get(from, key) : undefined;
  } catch {
    return unknown;
  }
}

/** A document, or nothing where the text is none: the cloud itself will refuse it. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
