import type { UnjudgedNote } from "../../policy/protocol/note";
import type { Judged } from "./judged";
import type { Note } from "./plan";

/** What no rule is about, with the providers that rules are about. */
export type Unjudged = Pick<UnjudgedNote, "types" | "providers">;

/** What no rule is about, where a pack tells it: several packs leave what none of them is about. */
export function unjudgedIn(notes: readonly Note[]): Unjudged | undefined {
  const told = notes.flatMap(({ data }) => (data?.kind === "unjudged" ? [data] : []));
  const [first, ...others] = told;
  if (first === undefined) return undefined;
  const types = first.types.filter(({ type }) => others.every((other) => other.types.some((one) => one.type === type)));
  return { types, providers: [...new Set(told.flatMap(({ providers }) => providers))].sort() };
}

/** What no rule is about in several stacks, summed by type. */
export function unjudgedOver(stacks: readonly Pick<Judged, "policy">[]): Unjudged | undefined {
  const told = stacks.flatMap(({ policy }) => unjudgedIn(policy.notes) ?? []).filter(({ types }) => types.length > 0);
  if (told.length === 0) return undefined;
  const sums = new Map<string, number>();
  for (const { type, resources } of told.flatMap(({ types }) => types)) {
    sums.set(type, (sums.get(type) ?? 0) + resources);
  }
  return {
    types: [...sums].map(([type, resources]) => ({ type, resources })).sort((a, b) => (a.type < b.type ? -1 : 1)),
    providers: [...new Set(told.flatMap(({ providers }) => providers))].sort(),
  };
}

/** Notes but for what no rule is about, which reports tell by itself. */
export function otherNotes(notes: readonly Note[]): Note[] {
  return notes.filter(({ data }) => data?.kind !== "unjudged");
}

/** How many resources there are, and how many of them some rule is about. Components and Pulumi's own are neither. */
export function judgedCount({ resources, policy }: Pick<Judged, "resources" | "policy">): {
  all: number;
  judged: number;
} {
  const all = resources.filter(({ type, custom = true }) => custom && !type.startsWith("pulumi:")).length;
  const unjudged = unjudgedIn(policy.notes)?.types.reduce((sum, { resources: count }) => sum + count, 0) ?? 0;
  return { all, judged: Math.max(0, all - unjudged) };
}

/** How many of them were judged, in words. */
export function judgedWords(stack: Pick<Judged, "resources" | "policy">): string {
  const { all, judged } = judgedCount(stack);
  const noun = all === 1 ? "resource" : "resources";
  return judged === all ? `${all} ${noun} judged` : `${judged} of ${all} ${noun} judged`;
}

/** What no rule is about, in a sentence. */
export function unjudgedSentence({ types, providers }: Unjudged): string {
  const list = types.map(({ type, resources }) => `${type} (${resources})`).join(", ");
  return `No rule is about ${list}. Rules are about ${providers.join(", ")}.`;
}
