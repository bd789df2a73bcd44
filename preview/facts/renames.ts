import { canonicalType } from "../../policy/protocol/canonical-type";
import type { ResourceChange } from "../model/change";
import { documentIn } from "../model/json-text";
import type { Wire } from "../model/wire";
import { type Fact, groupsOf, labelsOf, type Observation } from "./fact";
import { name, own, phrase } from "./phrase";
import { rollsOut } from "./rollout-types";
import { inStacks, type RunStacks } from "./stack-set";
import type { StackView } from "./view";

/** A deleted resource, and a created one that may be the same. */
interface Pair {
  gone: ResourceChange;
  come: ResourceChange;
}

interface Rename {
  before: string;
  after: string;
  pair: Pair;
}

/** Share of two resources' values that must be equal, beside the name, for a rename. */
const leastAlike = 0.5;

/**
 * Pairs of a deleted and a created resource of one type whose names differ by one word: most likely a rename. Pulumi would
 * keep the resource if the new one named the old one as an alias.
 */
export function renameFacts(views: readonly StackView[], run: RunStacks): Fact[] {
  return groupsOf(views.flatMap(observed)).map(({ key, all }): Fact => {
    const [{ about }] = all;
    const places = all.flatMap(({ place, about: { pair } }) => [place, { ...place, urn: pair.gone.urn }]);
    const stacks = labelsOf(places);
    const renamed = phrase`${name(about.before)} is renamed ${name(about.after)}${inStacks(stacks, run)}`;
    const example =
      all.find(({ about: { pair } }) => canonicalType(pair.gone.type) in rollsOut)?.about.pair ?? about.pair;
    const alias = `aliases: [{ name: ${JSON.stringify(example.gone.name)} }]`;
    return {
      kind: "rename",
      tone: "careful",
      anchor: `rename ${key}`,
      places,
      words: phrase`${renamed}: ${all.length} ${own(all.length === 1 ? "resource is" : "resources are")} deleted and made anew. An alias on each keeps it, such as ${name(alias)} on ${name(example.come.name)}`,
      short: renamed,
    };
  });
}

/** URNs of renamed resources, old and new, in one stack. */
export function renamedIn(view: StackView): Set<string> {
  return new Set(renamesOf(view).flatMap(({ pair: { gone, come } }) => [gone.urn, come.urn]));
}

function observed(view: StackView): Observation<Rename>[] {
  return renamesOf(view).map((about) => ({
    key: keyOf(about),
    place: { label: view.label, urn: about.pair.come.urn },
    about,
  }));
}

const known = new WeakMap<StackView, Rename[]>();

function renamesOf(view: StackView): Rename[] {
  const found = known.get(view) ?? searched(view);
  known.set(view, found);
  return found;
}

/** More resources than these are not compared: no person renames that many. */
const mostGone = 2000;
const mostOfType = 200;

interface Candidate extends Rename {
  alike: number;
}

/**
 * Each old resource with the most similar new one. Words that several resources change in the same way come first; a
 * resource with words of its own must differ by a single one, since chance pairs differ by several.
 */
function searched({ changes }: StackView): Rename[] {
  const created = new Map<string, ResourceChange[]>();
  for (const { change } of changes) {
    if (change.action !== "create" || !change.custom) continue;
    const list = created.get(change.type) ?? [];
    if (list.length < mostOfType) list.push(change);
    created.set(change.type, list);
  }
  const gone = changes.filter(({ change }) => change.action === "delete" && change.custom).slice(0, mostGone);
  const candidates = gone.flatMap(({ change }) => candidatesFor(change, created.get(change.type) ?? []));
  const votes = new Map<string, Set<string>>();
  for (const one of candidates) votes.set(keyOf(one), (votes.get(keyOf(one)) ?? new Set()).add(one.pair.gone.urn));
  const votesOf = (one: Rename) => votes.get(keyOf(one))?.size ?? 0;
  const taken = new Set<string>();
  return candidates
    .sort((a, b) => votesOf(b) - votesOf(a) || b.alike - a.alike || keyOf(a).length - keyOf(b).length)
    .flatMap(({ before, after, pair }): Rename[] => {
      if (taken.has(pair.gone.urn) || taken.has(pair.come.urn)) return [];
      if (votesOf({ before, after, pair }) < 2 && /[-_./]/.test(before + after)) return [];
      taken.add(pair.gone.urn).add(pair.come.urn);
      return [{ before, after, pair }];
    });
}

function candidatesFor(gone: ResourceChange, created: readonly ResourceChange[]): Candidate[] {
  return created.flatMap((come): Candidate[] => {
    const words = differingWords(gone.name, come.name);
    if (words === undefined) return [];
    const alike = likeness({ gone, come }, words);
    return alike < leastAlike ? [] : [{ ...words, pair: { gone, come }, alike }];
  });
}

function keyOf({ before, after }: Pick<Rename, "before" | "after">): string {
  return `${before} ${after}`;
}

/** The words by which two names differ, if they share a start or an end; undefined if they share nothing. */
function differingWords(before: string, after: string): Pick<Rename, "before" | "after"> | undefined {
  const [old, now] = [before, after].map((text) => text.split(/(?<=[-_./])|(?=[-_./])/));
  if (old === undefined || now === undefined) return undefined;
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let end = 0;
  const most = Math.min(old.length, now.length) - start;
  while (end < most && old[old.length - 1 - end] === now[now.length - 1 - end]) end += 1;
  const [gone, come] = [old.slice(start, old.length - end).join(""), now.slice(start, now.length - end).join("")];
  return start + end === 0 || gone === "" || come === "" ? undefined : { before: gone, after: come };
}

/** Share of equal values, without the name and the values that a preview derives from names. */
function likeness({ gone, come }: Pair, { before, after }: Pick<Rename, "before" | "after">): number {
  const olds = valuesOf(
    gone.properties.map((property) => [property.path, property.before]),
    before,
    after,
  );
  const news = valuesOf(
    come.properties.map((property) => [property.path, property.after]),
    before,
    after,
  );
  const all = new Set([...olds, ...news]);
  const same = [...olds].filter((value) => news.has(value)).length;
  return all.size === 0 ? 1 : same / all.size;
}

function valuesOf(
  properties: readonly (readonly [path: string, value: Wire | undefined])[],
  before: string,
  after: string,
): Set<string> {
  return new Set(
    properties.flatMap(([path, value]) =>
      membersOf(value).map((member) => {
        const text = `${path} ${JSON.stringify(member)}`.replaceAll(before, after);
        // Placeholders of ids and hashes of contents depend on the name.
        return text.replace(/[0-9a-f]{6,}/g, "…").replace(/-[0-9a-f]{4}-/g, "-…-");
      }),
    ),
  );
}

/** The elements of a list and the members of an object, also in a JSON text. */
function membersOf(value: Wire | undefined): (Wire | undefined)[] {
  if (Array.isArray(value)) return value.flatMap(membersOf);
  if (typeof value === "string") {
    const document = documentIn(value);
    return document === undefined ? [value] : membersOf(document);
  }
  if (typeof value !== "object" || value === null) return [value];
  return Object.entries(value).flatMap(([key, item]) =>
    membersOf(item).map((member) => `${key} ${JSON.stringify(member)}`),
  );
}
