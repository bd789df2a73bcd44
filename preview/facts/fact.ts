import type { Phrase } from "./phrase";

/** The tone of a fact: `bad` must not go on, `careful` needs a look, `plain` is the purpose of a change. */
export type Tone = "bad" | "careful" | "plain";

/** Kinds of facts, the most important first. */
export const factKinds = [
  "incomplete",
  "pack",
  "error",
  "loss",
  "policy",
  "exposure",
  "refusal",
  "possible loss",
  "region",
  "gone",
  "rename",
  "replacement",
  "delete",
  "setting",
  "undetermined",
  "advice",
  "new",
  "first",
  "image",
  "rollout",
  "create",
  "update",
  "output",
  "cost",
  "known policy",
] as const;
export type FactKind = (typeof factKinds)[number];

/** A resource that a fact is about, in one stack. */
export interface FactPlace {
  /** The stack's name in reports. */
  label: string;
  /** Undefined if the fact is about the stack as a whole. */
  urn?: string;
}

/** One fact about a change, in plain words, for all stacks where it is true. */
export interface Fact {
  kind: FactKind;
  tone: Tone;
  /** Its anchor in the full report, stable for the same fact. */
  anchor: string;
  /** The sentence, without its full stop. */
  words: Phrase;
  /** The short form for the first line; undefined if the first line leaves it out. */
  short?: Phrase;
  places: readonly FactPlace[];
}

/** An observation in one stack; observations with the same key become one fact. */
export interface Observation<T> {
  key: string;
  place: FactPlace;
  about: T;
}

/** Equal observations of several stacks, in their order. */
export interface Group<T> {
  key: string;
  all: readonly [Observation<T>, ...Observation<T>[]];
}

/** Observations by key, in the order of their first one. */
export function groupsOf<T>(observations: readonly Observation<T>[]): Group<T>[] {
  const groups = new Map<string, [Observation<T>, ...Observation<T>[]]>();
  for (const observation of observations) {
    const known = groups.get(observation.key);
    if (known === undefined) groups.set(observation.key, [observation]);
    else known.push(observation);
  }
  return [...groups].map(([key, all]) => ({ key, all }));
}

/** The stacks of some places, without duplicates. */
export function labelsOf(places: readonly FactPlace[]): string[] {
  return [...new Set(places.map(({ label }) => label))];
}
