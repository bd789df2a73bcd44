import type { Phrase } from "./phrase";

/** How bad something is: it must not go on, it needs a look, or it is what a change is there for. */
export type Tone = "bad" | "careful" | "plain";

/** What a fact is about, from what a reviewer must know first. */
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
  /** How reports call the stack. */
  label: string;
  /** Undefined where the fact is of the stack as a whole. */
  urn?: string;
}

/** What a person would say of a change: one thing, of all stacks that it is true of. */
export interface Fact {
  kind: FactKind;
  tone: Tone;
  /** Where it is in the full report: the same as long as it is about the same thing. */
  anchor: string;
  /** All of it, as a sentence without its full stop. */
  words: Phrase;
  /** The same for the first line; undefined where the first line leaves it out. */
  short?: Phrase;
  places: readonly FactPlace[];
}

/** What is said of one thing in one stack: observations with the same key become one fact. */
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

/** Observations by their key, in the order in which each was seen first. */
export function groupsOf<T>(observations: readonly Observation<T>[]): Group<T>[] {
  const groups = new Map<string, [Observation<T>, ...Observation<T>[]]>();
  for (const observation of observations) {
    const known = groups.get(observation.key);
    if (known === undefined) groups.set(observation.key, [observation]);
    else known.push(observation);
  }
  return [...groups].map(([key, all]) => ({ key, all }));
}

/** The stacks of some places, each once. */
export function labelsOf(places: readonly FactPlace[]): string[] {
  return [...new Set(places.map(({ label }) => label))];
}
