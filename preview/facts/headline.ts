import { type Fact, type FactKind, labelsOf } from "./fact";
import { movedImages } from "./images";
import { capitalized, joined, listed, own, type Phrase, phrase } from "./phrase";
import { inStacks, type RunStacks, stackWords } from "./stack-set";
import type { StackView } from "./view";

/** The first line of every report: the basis of a reviewer's decision. */
export interface Headline {
  tone: "bad" | "careful" | "good";
  mark: "⛔" | "⚠️" | "✏️" | "🆕" | "✅";
  words: Phrase;
}

/** A clause of the first line about facts of one kind; more than two facts are counted. */
interface Clause {
  kinds: readonly FactKind[];
  words(facts: readonly Phrase[]): Phrase;
}

/** In order of importance. A line has at most three of them. */
const clauses: readonly Clause[] = [
  { kinds: ["incomplete"], words: (all) => phrase`incomplete: ${few(all)}` },
  { kinds: ["pack"], words: (all) => joined(all, "; ") },
  { kinds: ["loss"], words: (all) => phrase`data is lost: ${few(all)}` },
  { kinds: ["error"], words: (all) => phrase`incomplete: ${few(all)}` },
  {
    kinds: ["policy"],
    words: (all) => phrase`${own(all.length === 1 ? "a policy is" : "policies are")} broken: ${few(all)}`,
  },
  { kinds: ["exposure"], words: few },
  { kinds: ["region"], words: few },
  { kinds: ["refusal"], words: (all) => phrase`Pulumi will refuse to lose ${few(all)}` },
  { kinds: ["possible loss"], words: (all) => phrase`data may be lost: ${few(all)}` },
  { kinds: ["gone"], words: few },
  { kinds: ["rename"], words: few },
  { kinds: ["replacement"], words: few },
  { kinds: ["delete"], words: few },
  { kinds: ["setting"], words: few },
  { kinds: ["undetermined"], words: few },
  {
    kinds: ["new"],
    words: (all) =>
      phrase`${own(all.length === 1 ? "stack" : "stacks")} ${few(all)} ${own(all.length === 1 ? "is" : "are")} new`,
  },
  { kinds: ["first"], words: (all) => phrase`first preview of ${few(all)}` },
  { kinds: ["advice"], words: few },
];
/** Clauses that are used if none of those applies. */
const quietClauses: readonly Clause[] = [
  { kinds: ["create"], words: few },
  { kinds: ["update"], words: few },
  { kinds: ["output"], words: few },
];
/** Kinds that leave room for a quiet clause. */
const asides: readonly FactKind[] = ["undetermined", "advice", "new", "first"];
const mostClauses = 3;
const mostFacts = 2;

/** The most important facts of all stacks. */
export function headlineOf(views: readonly StackView[], facts: readonly Fact[], run: RunStacks): Headline {
  if (views.length === 0 && facts.length === 0) return { tone: "good", mark: "✅", words: phrase`No stack is touched` };
  const loud = phrasesOf(clauses, facts);
  const routine = routineWords(facts, run);
  const isAside = facts.every(
    ({ kind }) => !clauses.some(({ kinds }) => kinds.includes(kind)) || asides.includes(kind),
  );
  const quiet = isAside ? phrasesOf(quietClauses, facts) : [];
  const isRoutine = loud.length === 0 && quiet.length === 0 && routine.length > 0;
  const parts = [...loud, ...(routine.length === 0 ? [] : [routine]), ...quiet].slice(0, mostClauses);
  const words = parts.length === 0 ? phrase`No change in ${stackWords(run, run)}` : joined(parts, "; ");
  const head = capitalized(isRoutine ? phrase`routine: ${words}` : words);
  const all = parts.length === 0 ? [] : closing(views, facts);
  return { ...toneOf(facts, parts.length === 0, isRoutine), words: all.length === 0 ? head : phrase`${head}. ${all}` };
}

function phrasesOf(from: readonly Clause[], facts: readonly Fact[]): Phrase[] {
  return from.flatMap(({ kinds, words }) => {
    const all = facts
      .filter(({ kind, short }) => kinds.includes(kind) && short !== undefined)
      .map(({ short = [] }) => short);
    return all.length === 0 ? [] : [words(all)];
  });
}

function few(all: readonly Phrase[]): Phrase {
  return listed(all, mostFacts);
}

/** Images that change, services that roll out, jobs that run. */
function routineWords(facts: readonly Fact[], run: RunStacks): Phrase {
  const images = facts.filter(({ kind }) => kind === "image");
  const rollouts = facts.filter(({ kind }) => kind === "rollout");
  if (images.length + rollouts.length === 0) return [];
  const places = [...images, ...rollouts].flatMap((fact) => fact.places);
  const words =
    rollouts.length <= mostFacts + 1 ? few(rollouts.map(({ short = [] }) => short)) : phrase`services roll out`;
  const parts = [...(images.length === 0 ? [] : [movedImages(images)]), ...(rollouts.length === 0 ? [] : [words])];
  return phrase`${joined(parts, "; ")}${inStacks(labelsOf(places), run)}`;
}

function toneOf(facts: readonly Fact[], isQuiet: boolean, isRoutine: boolean): Pick<Headline, "tone" | "mark"> {
  if (facts.some(({ tone }) => tone === "bad")) return { tone: "bad", mark: "⛔" };
  if (facts.some(({ tone }) => tone === "careful")) return { tone: "careful", mark: "⚠️" };
  if (isQuiet || isRoutine) return { tone: "good", mark: "✅" };
  return { tone: "good", mark: facts.some(({ kind }) => kind === "new" || kind === "first") ? "🆕" : "✏️" };
}

/** The reassuring end: what does not happen. */
function closing(views: readonly StackView[], facts: readonly Fact[]): Phrase {
  const has = (...kinds: FactKind[]) => facts.some(({ kind }) => kinds.includes(kind));
  if (has("incomplete", "error")) return [];
  const judged = views.filter(({ policy }) => policy.packs.length > 0).length;
  const noLoss = has("loss", "refusal", "possible loss") ? undefined : "no data is lost";
  const isBaseJudged = !views.some(({ entries }) =>
    entries.some(({ packChange }) => packChange?.failure !== undefined),
  );
  const noPolicy = has("policy")
    ? undefined
    : !isBaseJudged
      ? "the base’s policies could not be asked"
      : judged === views.length
        ? "no policy is broken"
        : judged === 0
          ? "policies were not asked"
          : "no policy is broken where they were asked";
  const parts = [noLoss, noPolicy].filter((part) => part !== undefined).map((part): Phrase => [own(part)]);
  return parts.length === 0 ? [] : phrase`${capitalized(joined(parts, ", "))}.`;
}
