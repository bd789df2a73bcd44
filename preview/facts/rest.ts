import { moveIn } from "../compare/providers";
import type { Action } from "../model/actions";
import type { PropertyChange, ResourceChange } from "../model/change";
import { stepsOf } from "../model/paths";
import { isOpening } from "./exposure";
import { type Fact, type FactKind, type FactPlace, labelsOf } from "./fact";
import { isImagePath } from "./images";
import { partsOf } from "./losses";
import { Namer } from "./names";
import { listed, name, own, type Phrase, phrase } from "./phrase";
import { renamedIn } from "./renames";
import { isMadeAnew, isRoutine } from "./rollouts";
import { settingsOf } from "./settings";
import { inStacks, type RunStacks } from "./stack-set";
import { type Named, summary } from "./summary";
import { isGone, isNew, losesData, losses, type StackView } from "./view";

interface Kind {
  kind: FactKind;
  tone: Fact["tone"];
  actions: readonly Action[];
  /** After the number of resources: `is replaced`, `are replaced`. */
  verb: readonly [one: string, many: string];
}

const kinds: readonly Kind[] = [
  { kind: "replacement", tone: "careful", actions: ["replace"], verb: ["is replaced", "are replaced"] },
  { kind: "undetermined", tone: "careful", actions: ["may replace"], verb: ["may be replaced", "may be replaced"] },
  { kind: "delete", tone: "careful", actions: ["delete"], verb: ["is deleted", "are deleted"] },
  { kind: "create", tone: "plain", actions: ["create", "import"], verb: ["is created", "are created"] },
  { kind: "update", tone: "plain", actions: ["update"], verb: ["is updated", "are updated"] },
];

/** Properties whose only purpose is to trigger a replacement: they say nothing about the result. */
const turning = /^(?:keepers|triggers|forceUpdateTag|runExecutionToken|startExecutionToken|metadata\.name)\b/;
/** More property names add nothing. */
const mostProperties = 3;

interface Left extends Named {
  place: FactPlace;
}

/** Changes that no other fact covers: a line for each action, with its resources. */
export function restFacts(views: readonly StackView[], run: RunStacks): Fact[] {
  const left = views.filter((view) => !isNew(view) && !isGone(view)).flatMap(unreportedOf);
  return kinds.flatMap((kind) => {
    const all = left.filter(({ change }) => kind.actions.includes(isMadeAnew(change) ? "update" : change.action));
    return all.length === 0 ? [] : [restFact(kind, all, run, isRest(kind, all, views) ? "more " : "")];
  });
}

/**
 * Whether other facts cover resources with the same action: then a bare number would read as the total. Plain changes are
 * not counted so.
 */
function isRest({ tone, actions }: Kind, all: readonly Left[], views: readonly StackView[]): boolean {
  if (tone === "plain") return false;
  const changes = views.flatMap((view) => view.changes);
  return changes.filter(({ change }) => change.custom && actions.includes(change.action)).length > all.length;
}

function restFact({ kind, tone, verb }: Kind, all: readonly Left[], run: RunStacks, more: string): Fact {
  const places = all.map(({ place }) => place);
  const count: Phrase = phrase`${all.length} ${own(`${more}${all.length === 1 ? `resource ${verb[0]}` : `resources ${verb[1]}`}`)}`;
  const where = inStacks(labelsOf(places), run);
  const of = kind === "update" ? propertyWords(all) : [];
  return {
    kind,
    tone,
    anchor: `rest ${kind}`,
    places,
    words: phrase`${count}${where}: ${summary(all)}${of}`,
    short: phrase`${count}${where}`,
  };
}

/** The properties that change, by the last words of their paths. */
function propertyWords(all: readonly Left[]): Phrase {
  const names = all.flatMap(({ change }) =>
    change.properties.filter((property) => isNotable(property)).map(({ path }) => lastWord(path)),
  );
  const unique = [...new Set(names)].filter((word) => word !== "");
  return unique.length === 0
    ? []
    : phrase` (${listed(
        unique.map((word) => [name(word)]),
        mostProperties,
      )})`;
}

function lastWord(path: string): string {
  return (
    stepsOf(path)
      .findLast((step) => typeof step === "string" && step !== "value" && step !== "*")
      ?.toString() ?? ""
  );
}

function isNotable({ path, kind }: PropertyChange): boolean {
  return kind !== "not comparable" && !isImagePath(path) && !turning.test(path);
}

function unreportedOf(view: StackView): Left[] {
  const namer = new Namer(view);
  const renamed = renamedIn(view);
  const parts = new Set(losses(view).flatMap(({ change }) => partsOf(change, view)));
  return view.changes.flatMap(({ change }) => {
    const isReported =
      !change.custom || losesData(change) || renamed.has(change.urn) || parts.has(change.urn) || isCovered(change);
    return isReported || change.action === "unchanged"
      ? []
      : [{ change, namer, place: { label: view.label, urn: change.urn } }];
  });
}

/** Whether the facts about images, rollouts, settings and regions cover all of its changes. */
function isCovered(change: ResourceChange): boolean {
  if (change.action === "update" && settingsOf(change).length > 0) return true;
  if (change.action === "create" && isOpening(change)) return true;
  const { causes } = change;
  if (change.action === "may replace" && causes.length > 0 && causes.every((cause) => moveIn(cause).length > 0))
    return true;
  return isRoutine(change) && !change.properties.some(isNotable);
}
