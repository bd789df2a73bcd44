import { heldKind, heldKinds } from "../compare/data-holding";
import type { ResourceChange } from "../model/change";
import { type Fact, groupsOf, labelsOf, type Observation } from "./fact";
import { Namer, nounWords } from "./names";
import { listed, name, own, type Phrase, phrase } from "./phrase";
import { inStacks, type RunStacks } from "./stack-set";
import { losesData, losses, type StackView } from "./view";

/** The fate of a resource that holds data, from the worst. */
const fates = ["lost", "refused", "may be lost", "kept"] as const;
type Fate = (typeof fates)[number];

interface Loss {
  noun: string;
  name: string;
  change: ResourceChange;
  /** URNs of resources that are deleted with it: its policy, its encryption. */
  parts: readonly string[];
  fate: Fate;
}

/** Resources of one kind with the same fate in the same stacks. */
interface SameLoss {
  names: readonly string[];
  losses: readonly [Observation<Loss>, ...Observation<Loss>[]];
  worst: Loss;
}

/**
 * Resources that hold data and are deleted or replaced: first losses that nothing prevents, by the importance of the data;
 * then deletions that Pulumi will refuse, possible replacements, and resources that stay in the cloud.
 */
export function lossFacts(views: readonly StackView[], run: RunStacks): Fact[] {
  const rank = ({ worst: { fate, change } }: SameLoss) => fates.indexOf(fate) * (weights.length + 1) + weightOf(change);
  return sameLosses(views.flatMap(observed))
    .sort((a, b) => rank(a) - rank(b))
    .map(({ names, losses: all, worst: { noun, fate } }): Fact => {
      const what = phrase`${nounWords(noun, names.length)} ${listed(
        names.map((one) => [name(one)]),
        4,
      )}`;
      const worst = labelsOf(all.filter(({ about }) => about.fate === fate).map(({ place }) => place));
      return {
        kind: kinds[fate],
        tone: fate === "lost" ? "bad" : "careful",
        anchor: `loss ${noun} ${names.join(" ")}`,
        places: all.flatMap(({ place, about: { parts } }) => [
          place,
          ...parts.map((urn) => ({ label: place.label, urn })),
        ]),
        words: phrase`${what}${partsWords(all, names.length)}: ${fateWords(all, names.length, run)}${causeWords(all.map(({ about }) => about))}`,
        short: phrase`${what}${inStacks(worst, run)}`,
      };
    });
}

const kinds = { lost: "loss", refused: "refusal", "may be lost": "possible loss", kept: "delete" } as const;
const weights: readonly string[] = Object.keys(heldKinds);

function observed(view: StackView): Observation<Loss>[] {
  const namer = new Namer(view);
  return losses(view).map(({ change }) => {
    const { noun, name } = namer.subject(change);
    return {
      key: `${noun} ${name}`,
      place: { label: view.label, urn: change.urn },
      about: { noun, name, change, parts: partsOf(change, view), fate: fateOf(change) },
    };
  });
}

/** Each resource over all stacks, then resources of one kind with the same fate in each stack together. */
function sameLosses(all: readonly Observation<Loss>[]): SameLoss[] {
  const things = groupsOf(all).map(({ all: one }) => {
    const fate = [...byStack(one)].map(([label, loss]) => `${label} ${loss.fate} ${loss.change.action}`);
    const [{ about, place }] = one;
    return { key: [about.noun, ...fate].join("\n"), place, about: one };
  });
  return groupsOf(things).map(({ all: same }): SameLoss => {
    const [
      {
        about: [first, ...more],
      },
      ...others
    ] = same;
    const losses: SameLoss["losses"] = [first, ...more, ...others.flatMap(({ about }) => about)];
    return { names: same.map(({ about: [{ about }] }) => about.name), losses, worst: worstOf(first.about, losses) };
  });
}

/** Number of resources that are deleted with them, over all stacks. */
function partsWords(all: readonly Observation<Loss>[], count: number): Phrase {
  const parts = new Set(all.flatMap(({ place, about }) => about.parts.map((urn) => `${place.label} ${urn}`))).size;
  if (parts === 0) return [];
  const noun = parts === 1 ? "resource that belongs" : "resources that belong";
  return phrase`, with ${parts} ${own(noun)} to ${own(count === 1 ? "it" : "them")}`;
}

/** URNs of resources that are deleted together with a data-holding one and share its name. */
export function partsOf({ action, name }: ResourceChange, { changes }: StackView): string[] {
  if (action !== "delete") return [];
  const parts = changes.filter(({ change }) => change.action === "delete" && change.name.startsWith(`${name}-`));
  return parts.filter(({ change }) => !losesData(change)).map(({ change }) => change.urn);
}

function fateOf(change: ResourceChange): Fate {
  if (change.retained) return "kept";
  if (change.protected) return "refused";
  return change.action === "may replace" ? "may be lost" : "lost";
}

/** An unknown kind weighs less than any known one. */
function weightOf({ type }: ResourceChange): number {
  const kind = heldKind(type);
  return kind === undefined ? weights.length : weights.indexOf(kind);
}

function worstOf(first: Loss, others: readonly Observation<Loss>[]): Loss {
  return others.reduce(
    (worst, { about }) => (fates.indexOf(about.fate) < fates.indexOf(worst.fate) ? about : worst),
    first,
  );
}

/** The worst fate of each stack. */
function byStack(all: readonly Observation<Loss>[]): Map<string, Loss> {
  const stacks = new Map<string, Loss>();
  for (const one of all) {
    const known = stacks.get(one.place.label);
    stacks.set(one.place.label, known === undefined ? one.about : worstOf(known, [one]));
  }
  return stacks;
}

/** For each fate, the stacks that have it. */
function fateWords(all: readonly Observation<Loss>[], count: number, run: RunStacks): Phrase {
  const stacks = [...byStack(all)];
  const parts = fates.flatMap((fate): Phrase[] => {
    const those = stacks.filter(([, loss]) => loss.fate === fate);
    const [[, loss] = []] = those;
    if (loss === undefined) return [];
    return [
      phrase`${verbs[fate](loss.change, count)}${inStacks(
        those.map(([label]) => label),
        run,
      )}`,
    ];
  });
  return parts.reduce((words, part) => (words.length === 0 ? part : phrase`${words}; ${part}`), []);
}

const verbs: Readonly<Record<Fate, (change: ResourceChange, count: number) => Phrase>> = {
  lost: (change, count) => phrase`${actionOf(change)}, and ${lostWords(change, count)} lost`,
  refused: (change) =>
    change.action === "may replace"
      ? phrase`protected, and may be replaced: Pulumi would refuse`
      : phrase`protected, and would be ${actionOf(change)}: Pulumi will refuse`,
  "may be lost": (change, count) => phrase`may be replaced, and then ${lostWords(change, count)} lost`,
  kept: (change) => phrase`${actionOf(change)}, and left in the cloud`,
};

function actionOf({ action }: ResourceChange): Phrase {
  return phrase`${own(action === "delete" ? "deleted" : "replaced")}`;
}

/** The lost data, with its verb. */
function lostWords({ type, dataLoss = "" }: ResourceChange, count: number): Phrase {
  const kind = heldKind(type);
  if (kind === undefined) return phrase`${{ prose: dataLoss }} is`;
  return phrase`${own(gone[kind][count === 1 ? 0 : 1])}`;
}

/** The lost data of one resource of a kind, and of several. */
const gone: Readonly<Record<keyof typeof heldKinds, readonly [one: string, several: string]>> = {
  whole: ["everything in it is", "everything in them is"],
  database: ["its rows are", "their rows are"],
  table: ["its rows are", "their rows are"],
  volume: ["its files are", "their files are"],
  bucket: ["its objects are", "their objects are"],
  backups: ["the backups in it are", "the backups in them are"],
  users: ["its users are", "their users are"],
  registry: ["its images are", "their images are"],
  key: ["what it has encrypted is", "what they have encrypted is"],
  secret: ["its versions are", "their versions are"],
  machine: ["what is on its disks is", "what is on their disks is"],
  zone: ["its records are", "their records are"],
  queue: ["its messages are", "their messages are"],
  cache: ["what it holds is", "what they hold is"],
};

/** The property that forces the replacement, if it is one. */
function causeWords(all: readonly Loss[]): Phrase {
  const paths = all.flatMap(({ change: { action, properties } }) =>
    action === "delete" ? [] : properties.filter(({ forces }) => forces === "replace").map(({ path }) => path),
  );
  const unique = [...new Set(paths)];
  if (unique.length === 0) return [];
  return phrase` (${listed(
    unique.map((path) => [name(path)]),
    3,
  )} ${own(unique.length === 1 ? "forces" : "force")} it)`;
}
