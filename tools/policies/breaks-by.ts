import type { Fixtures } from "../../policy/core/fixture";
import type { Rule } from "../../policy/core/rule";
import { kindsOfPods, podTypes } from "../../policy/kinds/pods";
import { canonicalType } from "../../policy/protocol/canonical-type";
import { readsOf } from "./reads";

/** What breaks a rule, as `Rule.breaksBy` says it. */
export type BreaksBy = Rule["breaksBy"];

/**
 * What a rule's `breaksBy` has to be: the properties that it reads of its fixtures, the innermost of each. Everything else
 * may be anything, and the rule will not see it. Where the rule says it in a wider way already, so it stays: `tags.*` for
 * `tags.environment`, which only the fixture chose.
 */
export function breaksByOf(rule: Rule, fixtures: Fixtures): BreaksBy {
  const byKind = new Map<string, Set<string>>(
    [...Object.keys(rule.checks), ...(rule.companions ?? [])].map((type) => [kindOf(rule, type)[0], new Set()]),
  );
  for (const [type, paths] of readsOf(rule, fixtures)) {
    const [kind, rest] = kindOf(rule, canonicalType(type));
    const known = byKind.get(kind) ?? new Set();
    byKind.set(kind, known);
    for (const path of paths) known.add(rest(path).replace(/(\[\])+$/, ""));
  }
  return Object.fromEntries(
    [...byKind].map(([kind, paths]) => {
      const written = rule.breaksBy?.[kind] ?? [];
      return [kind, widened(innermost(shortened([...paths])), written)];
    }),
  );
}

/** What is wrong with what a rule says that breaks it; nothing where it is right. */
export function wrongBreaks(declared: BreaksBy, right: BreaksBy): string[] {
  const lacks = Object.entries(right).flatMap(([type, paths]) =>
    declared[type] === undefined
      ? [`lacks ${type}: ${paths.join(", ")}`]
      : paths.filter((path) => !declared[type]?.includes(path)).map((path) => `lacks ${type}: ${path}`),
  );
  const extra = Object.entries(declared).flatMap(([type, paths]) =>
    right[type] === undefined
      ? [`has ${type}, which it never reads`]
      : paths
          .filter((path) => !right[type]?.includes(path))
          .map((path) => `has ${type}: ${path}, which it never reads`),
  );
  return [...lacks, ...extra];
}

/** Where a rule is of all kinds that make Pods, they are one, and their properties begin where the Pod does. */
function kindOf({ checks }: Rule, type: string): [kind: string, rest: (path: string) => string] {
  const isPod = podTypes.includes(type.replace(/Patch$/, "")) && podTypes.every((one) => Object.hasOwn(checks, one));
  if (!isPod) return [type, (path) => path];
  return [
    kindsOfPods,
    (path) => path.replace(/^(spec\.jobTemplate\.spec\.template|spec\.template|template)\.(?=spec|metadata)/, ""),
  ];
}

/** The same, with a written pattern in place of what it matches. */
function widened(paths: readonly string[], written: readonly string[]): string[] {
  const patterns = written.filter((path) => path.includes("*"));
  return [...new Set(paths.map((path) => patterns.find((pattern) => covers(pattern, path)) ?? path))].sort();
}

/** One statement is a list of one, and a key that was only an example goes where any key does. */
function shortened(paths: readonly string[]): string[] {
  const lists = new Set(paths.map((path) => path.replaceAll("[]", "")).filter((path, i) => path !== paths[i]));
  const asLists = paths.filter((path) => path.includes("[]") || !lists.has(path));
  const anyKey = asLists.filter((path) => path.includes("*"));
  return asLists.filter((path) => !anyKey.some((pattern) => pattern !== path && covers(pattern, path)));
}

/** Whether a pattern is of that path: `tags.*` of `tags.environment`, `values.**` of whatever is below. */
function covers(pattern: string, path: string): boolean {
  const parts = partsOf(path);
  const wanted = partsOf(pattern);
  const isOfAny = wanted.at(-1) === "**";
  if (isOfAny) wanted.pop();
  return (
    (isOfAny ? parts.length > wanted.length : parts.length === wanted.length) &&
    wanted.every((part, i) => part === "*" || part === parts[i])
  );
}

function partsOf(path: string): string[] {
  return path.match(/\["(?:[^"\\]|\\.)*"\]|\[\]|[^.[\]]+/g) ?? [];
}

/** Without those that only hold others; the three lists of a Pod's containers as one. */
function innermost(paths: readonly string[]): string[] {
  const bare = paths.map((path) => path.replaceAll("[]", ""));
  const inner = paths.filter(
    (_, i) => !bare.some((other) => other.startsWith(`${bare[i]}.`) || other.startsWith(`${bare[i]}["`)),
  );
  return [...new Set(inner.map((path) => ofEveryContainer(path, inner)))].sort();
}

const containerLists = ["containers", "initContainers", "ephemeralContainers"];

function ofEveryContainer(path: string, all: readonly string[]): string {
  const [, list, rest = ""] = /^spec\.(\w+)\[\](.*)$/.exec(path) ?? [];
  if (list === undefined || !containerLists.every((one) => all.includes(`spec.${one}[]${rest}`))) return path;
  return `spec.{${containerLists.join(",")}}[]${rest}`;
}
