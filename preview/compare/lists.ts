import { isWireObject, type Wire, type WireObject } from "../model/wire";

/** Indices of an element before and after; undefined on the side where it does not exist. */
export type Pair = readonly [before: number | undefined, after: number | undefined];

/** Members that tell the elements of a list apart, in this order: names of Kubernetes and ECS, Azure and IAM, tags, blocks. */
const identities = ["name", "Name", "key", "id", "Sid", "sid", "priority", "path", "containerPort", "host"];

/**
 * Pairs the elements of two lists: by a member that identifies them on both sides, else equal ones, and the rest in order.
 * So an added element is one added element, not a change of all that follow. In the order after; removed elements come last.
 */
export function alignedItems(before: readonly Wire[], after: readonly Wire[]): Pair[] {
  const key = identities.find((name) => distinguishes(before, name) && distinguishes(after, name));
  const partners =
    key === undefined ? byContent(before, after) : byText(before, after, (item) => identityOf(item, key));
  const taken = new Set(partners.values());
  const present = after.map((_, j): Pair => [partners.get(j), j]);
  const gone = before.flatMap((_, i): Pair[] => (taken.has(i) ? [] : [[i, undefined]]));
  return [...present, ...gone];
}

/** Whether elements that are on both sides have changed places. */
export function isReordered(pairs: readonly Pair[]): boolean {
  const kept = pairs.flatMap(([before, after]) => (before === undefined || after === undefined ? [] : [before]));
  return kept.some((index, i) => i > 0 && index < (kept[i - 1] ?? 0));
}

function distinguishes(items: readonly Wire[], name: string): boolean {
  const texts = items.map((item) => identityOf(item, name));
  return texts.every((text) => text !== undefined) && new Set(texts).size === items.length;
}

function identityOf(item: Wire, name: string): string | undefined {
  const value = isWireObject(item) ? item[name] : undefined;
  return typeof value === "string" || typeof value === "number" ? JSON.stringify(value) : undefined;
}

/** The index before, by the index after. */
type Partners = Map<number, number>;

function byContent(before: readonly Wire[], after: readonly Wire[]): Partners {
  const partners = byText(before, after, (item) => canonical(item));
  // Plain values that differ are different elements; objects that differ are treated as one changed element.
  const taken = new Set(partners.values());
  const left = before.flatMap((item, i) => (taken.has(i) || !isComposite(item) ? [] : [i]));
  for (const [j, item] of after.entries()) {
    const next = partners.has(j) || !isComposite(item) ? undefined : left.shift();
    if (next !== undefined) partners.set(j, next);
  }
  if (before.length === after.length) {
    const other = new Set(partners.values());
    for (const [j] of after.entries()) if (!partners.has(j) && !other.has(j)) partners.set(j, j);
  }
  return partners;
}

function byText(before: readonly Wire[], after: readonly Wire[], textOf: (item: Wire) => string | undefined): Partners {
  const places = new Map<string | undefined, number[]>();
  for (const [i, item] of before.entries()) {
    const text = textOf(item);
    const list = places.get(text);
    if (list === undefined) places.set(text, [i]);
    else list.push(i);
  }
  const partners: Partners = new Map();
  for (const [j, item] of after.entries()) {
    const i = places.get(textOf(item))?.shift();
    if (i !== undefined) partners.set(j, i);
  }
  return partners;
}

function isComposite(item: Wire): boolean {
  return typeof item === "object" && item !== null;
}

/** The same text for the same value, whatever the order of its keys. */
function canonical(value: Wire): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (!isWireObject(value)) return JSON.stringify(value);
  return `{${sortedEntries(value)
    .map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`)
    .join(",")}}`;
}

function sortedEntries(value: WireObject): [string, Wire][] {
  return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
}
