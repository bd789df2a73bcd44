import type { Fixtures, Passing, StackFixtures } from "../../policy/core/fixture";
import { judge } from "../../policy/core/judge";
import type { Rule } from "../../policy/core/rule";
import { Stack } from "../../policy/core/stack";
import { type Subject, subjectOf } from "../../policy/core/subject";
import { termsOf } from "../../policy/core/terms";
import { Trace } from "../../policy/core/trace";
import { ReadTrace } from "./read-trace";

/** What a rule reads, by type: each property as a rule's `breaksBy` writes it, with `[]` for any element of a list. */
export type Reads = Map<string, Set<string>>;

/**
 * Has a rule judge all of its fixtures, and each of them once more with every property that it looked for and that was not
 * there, so that what it reads inside of that is seen too.
 */
export function readsOf(rule: Rule, fixtures: Fixtures): Reads {
  const reads: Reads = new Map();
  if ("stacks" in fixtures) for (const fixture of fixtures.stacks) readStack(rule, fixture, reads);
  else for (const fixture of shownBy(rule, [...fixtures.passes, ...fixtures.fails])) readResource(rule, fixture, reads);
  return reads;
}

const grant = /^gcp:\w+\/\w*iam(Member|Binding|Policy):\w+$/i;

/** The fixtures, and those of one grant of Google's for each other one that has none: the same check is made for all of them. */
function shownBy(rule: Rule, fixtures: readonly Passing[]): Passing[] {
  const shown = new Set(fixtures.map(({ type }) => type));
  const others = Object.keys(rule.checks).filter((type) => !shown.has(type) && grant.test(type));
  const alike = (type: string) => (one: Passing) => grant.exec(one.type)?.[1] === grant.exec(type)?.[1];
  return [
    ...fixtures,
    ...others.flatMap((type) => fixtures.filter(alike(type)).map((fixture) => ({ ...fixture, type }))),
  ];
}

type Properties = Readonly<Record<string, unknown>>;

const urn = (type: string, name: string) => `urn:pulumi:shop-prod::shop::${type}::${name}`;

function readResource(rule: Rule, { type, properties, protect = false, settings = {} }: Passing, reads: Reads): void {
  const terms = termsOf(rule, "prod", settings);
  probe(plain(properties), (variant) => {
    const trace = new ReadTrace();
    judge(
      rule,
      subjectOf({ type, name: "it", urn: urn(type, "it"), properties: variant, protect }),
      terms,
      undefined,
      trace,
    );
    return note(type, trace.paths, reads);
  });
}

function readStack(rule: Rule, { resources, settings = {} }: StackFixtures["stacks"][number], reads: Reads): void {
  const terms = termsOf(rule, "prod", settings);
  const typeOf = new Map(resources.map(({ name, type }) => [name, type]));
  const subjects = resources.map(({ name, type, protect = false, uses = {}, properties }) => {
    const propertyDependencies = Object.fromEntries(
      Object.entries(uses).map(([property, other]) => [property, [urn(typeOf.get(other) ?? "", other)]]),
    );
    return { type, name, urn: urn(type, name), protect, properties: plain(properties), propertyDependencies };
  });
  const stackOf = (changed: string, properties: Properties): Subject[] =>
    subjects.map((subject) => subjectOf(subject.name === changed ? { ...subject, properties } : subject));
  for (const { name, type, properties } of subjects) {
    probe(properties, (variant) => {
      const all = stackOf(name, variant);
      const stack = new Stack(all);
      return stack.ofTypes(Object.keys(rule.checks)).flatMap((subject) => {
        const trace = new OwnedTrace(subject.name);
        judge(rule, subject, terms, stack, trace);
        for (const [other, property] of trace.links) note(other, [property], reads);
        return [...trace.byOwner].flatMap(([owner, paths]) => {
          const fresh = note(typeOf.get(owner) ?? type, paths, reads);
          return owner === name ? fresh : [];
        });
      });
    });
  }
}

/** A trace that keeps paths by the resource that they are in: the one that is judged, or a companion. */
class OwnedTrace extends Trace {
  readonly byOwner = new Map<string, Set<string>>();
  /** The types of companions, each with the property that names what is judged. */
  readonly links: [type: string, property: string][] = [];

  constructor(private readonly owner: string) {
    super();
  }

  override read(path: string): void {
    this.byOwner.set(this.owner, (this.byOwner.get(this.owner) ?? new Set()).add(path));
  }

  override linked(type: string, property: string): void {
    this.links.push([type, property]);
  }

  override of(name: string): Trace {
    const trace = new OwnedTrace(name);
    trace.read = (path) => this.byOwner.set(name, (this.byOwner.get(name) ?? new Set()).add(path));
    return trace;
  }
}

/** Writes down what was read; those paths that are new. */
function note(type: string, paths: Iterable<string>, reads: Reads): string[] {
  const known = reads.get(type) ?? new Set();
  reads.set(type, known);
  return [...paths].filter((path) => {
    const written = asWritten(path);
    if (written === "" || known.has(written)) return false;
    known.add(written);
    return true;
  });
}

/** What may be in the place of a property that is not there, so that a rule reads on inside of it. */
const probes: readonly unknown[] = [{}, [{}], { "*": {} }, { "*": "x" }, ["x"], "x", true, false];
/** How many properties deep it is looked, below what fixtures have. */
const depth = 3;

/** Has a judge read properties, and then with each one put in that it looked for and that is not there. */
function probe(properties: Properties, read: (variant: Properties) => readonly string[], level = 0): void {
  const fresh = read(properties);
  if (level === depth) return;
  for (const path of fresh) {
    const parts = partsOf(path);
    if (valueAt(properties, parts) !== undefined) continue;
    for (const value of probes) probe(withValue(properties, parts, value), read, level + 1);
  }
}

/** A path in its parts: `a.b[0]["c d"]` is a, b, 0 and c d. */
function partsOf(path: string): (string | number)[] {
  return [...path.matchAll(/\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]|([^.[\]]+)/g)].map(([, index, quoted, word]) => {
    if (index !== undefined) return Number(index);
    return quoted !== undefined ? String(JSON.parse(quoted)) : (word ?? "");
  });
}

function valueAt(from: unknown, parts: readonly (string | number)[]): unknown {
  return parts.reduce<unknown>((value, part) => (isObject(value) ? Reflect.get(value, part) : undefined), from);
}

/** A copy with a value at a path, made where nothing is. Documents that are text stay as they are. */
function withValue(from: unknown, [part, ...rest]: readonly (string | number)[], value: unknown): Properties {
  const base: Record<string, unknown> = {};
  if (isObject(from)) Object.assign(base, from);
  if (part === undefined) return base;
  const inner = rest.length === 0 ? value : memberWith(base[part], rest, value);
  return { ...base, [part]: inner };
}

function memberWith(from: unknown, rest: readonly (string | number)[], value: unknown): unknown {
  if (typeof from === "string") return from;
  const inner = withValue(from, rest, value);
  return Array.isArray(from) || typeof rest[0] === "number" ? Object.values(inner) : inner;
}

/** `spec.containers[0].env["a b"]` is `spec.containers[].env["a b"]`; any key is `*`. */
function asWritten(path: string): string {
  return path
    .replaceAll(/\[\d+\]/g, "[]")
    .replaceAll('["*"]', ".*")
    .replace(/^\./, "");
}

/** What the engine sends of it: nothing undefined. */
function plain(properties: object): Properties {
  const sent: Properties = JSON.parse(JSON.stringify(properties));
  return sent;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
