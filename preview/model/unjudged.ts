import type { UnjudgedNote } from "../../policy/protocol/note";
import type { Judged } from "./judged";
import type { Note } from "./plan";

/** Types that no rule covers, with the providers that rules cover. */
export type Unjudged = Pick<UnjudgedNote, "types" | "providers">;

/** Types that no rule covers, if a pack reports them; with several packs, those that none of them covers. */
export function unjudgedIn(notes: readonly Note[]): Unjudged | undefined {
  const unjudged = notes.flatMap(({ data }) => (data?.kind === "unjudged" ? [data] : []));
  const [first, ...others] = unjudged;
  if (first === undefined) return undefined;
  const types = first.types.filter(({ type }) => others.every((other) => other.types.some((one) => one.type === type)));
  return { types, providers: [...new Set(unjudged.flatMap(({ providers }) => providers))].sort() };
}

/** Types that no rule covers in several stacks, summed by type. */
export function unjudgedOver(stacks: readonly Pick<Judged, "policy">[]): Unjudged | undefined {
  const unjudged = stacks
    .flatMap(({ policy }) => unjudgedIn(policy.notes) ?? [])
    .filter(({ types }) => types.length > 0);
  if (unjudged.length === 0) return undefined;
  const sums = new Map<string, number>();
  for (const { type, resources } of unjudged.flatMap(({ types }) => types)) {
    sums.set(type, (sums.get(type) ?? 0) + resources);
  }
  return {
    types: [...sums].map(([type, resources]) => ({ type, resources })).sort((a, b) => (a.type < b.type ? -1 : 1)),
    providers: [...new Set(unjudged.flatMap(({ providers }) => providers))].sort(),
  };
}

/** All other notes: reports show uncovered types separately. */
export function otherNotes(notes: readonly Note[]): Note[] {
  return notes.filter(({ data }) => data?.kind !== "unjudged");
}

/** Number of resources, and of those that some rule covers. Components and Pulumi's own resources do not count. */
export function judgedCount({ resources, policy }: Pick<Judged, "resources" | "policy">): {
  all: number;
  judged: number;
} {
  const all = resources.filter(({ type, custom = true }) => custom && !type.startsWith("pulumi:")).length;
  const unjudged = unjudgedIn(policy.notes)?.types.reduce((sum, { resources: count }) => sum + count, 0) ?? 0;
  return { all, judged: Math.max(0, all - unjudged) };
}

/** The number of judged resources, in words. */
export function judgedWords(stack: Pick<Judged, "resources" | "policy">): string {
  const { all, judged } = judgedCount(stack);
  const noun = all === 1 ? "resource" : "resources";
  return judged === all ? `${all} ${noun} judged` : `${judged} of ${all} ${noun} judged`;
}

/** Types that no rule covers, in a sentence. */
export function unjudgedSentence({ types, providers }: Unjudged): string {
  const list = types.map(({ type, resources }) => `${type} (${resources})`).join(", ");
  return `No rule is about ${list}. Rules are about ${providers.join(", ")}.`;
}
