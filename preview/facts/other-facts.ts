import type { ResourceChange } from "../model/change";
import { type Fact, labelsOf } from "./fact";
import { listed, name, own, phrase } from "./phrase";
import { isMadeAnew } from "./rollouts";
import { inStacks, type RunStacks } from "./stack-set";
import { differingOutputs, errors, type StackView, untold } from "./view";

/** Errors of the program: the facts after them may be incomplete. */
export function errorFacts(views: readonly StackView[], run: RunStacks): Fact[] {
  const failed = views.filter((view) => errors(view).length > 0);
  const count = failed.reduce((sum, view) => sum + errors(view).length, 0);
  if (count === 0) return [];
  const [first = ""] = failed.flatMap((view) => errors(view).map(({ message }) => message));
  const places = failed.map(({ label }) => ({ label }));
  const words = phrase`${count} ${own(count === 1 ? "error" : "errors")} of the program${inStacks(labelsOf(places), run)}`;
  return [
    {
      kind: "error",
      tone: "bad",
      anchor: "errors",
      places,
      words: phrase`${words}: ${{ prose: first }}`,
      short: words,
    },
  ];
}

/** The policies come from another pack than the base's: its own verdicts prove nothing. */
export function packFacts(views: readonly StackView[]): Fact[] {
  const changed = views.flatMap(({ label, entries }) =>
    entries.flatMap(({ packChange }) => (packChange === undefined ? [] : [{ label, packChange }])),
  );
  const [first] = changed;
  if (first === undefined) return [];
  const { files, failure } = first.packChange;
  const found = views.flatMap(({ entries }) =>
    entries.flatMap(({ baseVerdicts }) => baseVerdicts?.byBasePack ?? []),
  ).length;
  const result =
    failure !== undefined
      ? phrase`the base’s pack could not be asked: ${{ prose: failure }}`
      : found === 0
        ? phrase`the base’s pack finds nothing new either`
        : phrase`the base’s pack finds ${found} ${own(found === 1 ? "violation" : "violations")} that it did not find before`;
  const short = phrase`the policy pack itself changes`;
  return [
    {
      kind: "pack",
      tone: "careful",
      anchor: "pack",
      short,
      places: changed.map(({ label }) => ({ label })),
      words: phrase`${short}, ${listed(
        files.map((file) => [name(file)]),
        3,
      )}: ${result}`,
    },
  ];
}

/** Properties of which it is unknown whether they change, without those that follow from a replacement. */
export function undeterminedFacts(views: readonly StackView[], run: RunStacks): Fact[] {
  const found = views.flatMap((view) => {
    const anew = new Set(view.changes.filter(({ change }) => isReplaced(change)).map(({ change }) => change.name));
    return [...view.changes.map(({ change }) => change), { urn: undefined, properties: view.outputs }].flatMap(
      ({ urn, properties }) =>
        untold({ properties })
          .filter(({ reason = "" }) => !anew.has(/^known after (.+) is replaced$/.exec(reason)?.[1] ?? ""))
          .map(({ path }) => ({ path, place: { label: view.label, ...(urn === undefined ? {} : { urn }) } })),
    );
  });
  if (found.length === 0) return [];
  const places = found.map(({ place }) => place);
  const [{ path } = { path: "" }] = found;
  const count = phrase`${found.length} ${own(found.length === 1 ? "property" : "properties")} can’t be compared${inStacks(labelsOf(places), run)}`;
  return [
    {
      kind: "undetermined",
      tone: "careful",
      anchor: "undetermined",
      places,
      words: found.length === 1 ? phrase`${count}: ${name(path)}` : phrase`${count}, ${name(path)} among them`,
      short: count,
    },
  ];
}

/** Outputs of a stack that other stacks may read. */
export function outputFacts(views: readonly StackView[], run: RunStacks): Fact[] {
  const differing = views.filter((view) => differingOutputs(view) > 0);
  const count = differing.reduce((sum, view) => sum + differingOutputs(view), 0);
  if (count === 0) return [];
  const places = differing.map(({ label }) => ({ label }));
  const words = phrase`${count} ${own(count === 1 ? "output differs" : "outputs differ")}${inStacks(labelsOf(places), run)}`;
  return [{ kind: "output", tone: "plain", anchor: "outputs", places, words, short: words }];
}

/** Components whose resources do not change: their changed inputs are then the only change. */
export function componentFacts(views: readonly StackView[], run: RunStacks): Fact[] {
  const places = views.flatMap((view) =>
    view.changes.flatMap(({ change: { action, custom, urn } }) =>
      custom || action === "unchanged" ? [] : [{ label: view.label, urn }],
    ),
  );
  if (places.length === 0) return [];
  const words = phrase`${places.length} ${own(places.length === 1 ? "component changes" : "components change")}, and no resource in them${inStacks(labelsOf(places), run)}`;
  return [{ kind: "update", tone: "plain", anchor: "components", places, words, short: words }];
}

/** Resources that keep their place and get a new URN, by an alias. */
export function aliasFacts(views: readonly StackView[], run: RunStacks): Fact[] {
  const places = views.flatMap((view) =>
    view.changes.flatMap(({ change: { renamedFrom, urn, action } }) =>
      renamedFrom === undefined || action === "replace" || action === "may replace" ? [] : [{ label: view.label, urn }],
    ),
  );
  if (places.length === 0) return [];
  const words = phrase`${places.length} ${own(places.length === 1 ? "resource is" : "resources are")} renamed by an alias, and kept${inStacks(labelsOf(places), run)}`;
  return [{ kind: "update", tone: "plain", anchor: "aliases", places, words, short: words }];
}

/** Monthly costs, if they are known for all stacks in one currency. */
export function costFacts(views: readonly StackView[]): Fact[] {
  const costs = views.flatMap(({ label, entries }) => {
    const cost = entries.find(({ monthlyCost }) => monthlyCost !== undefined)?.monthlyCost;
    return cost === undefined ? [] : [{ label, cost }];
  });
  const [first] = costs;
  if (first === undefined || costs.some(({ cost: { currency } }) => currency !== first.cost.currency)) return [];
  const sum = (side: "before" | "after") => costs.reduce((total, { cost }) => total + (cost[side] ?? 0), 0);
  const [before, after] = [sum("before"), sum("after")];
  const money = (amount: number) =>
    own(amount.toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 }));
  const known = costs.some(({ cost }) => cost.before !== undefined);
  if (known && before === after) return [];
  const words = known
    ? phrase`a month costs ${money(after)} ${name(first.cost.currency)}, before ${money(before)}`
    : phrase`a month costs ${money(after)} ${name(first.cost.currency)}`;
  return [{ kind: "cost", tone: "plain", anchor: "cost", places: costs.map(({ label }) => ({ label })), words }];
}

function isReplaced(change: ResourceChange): boolean {
  return change.action === "replace" || isMadeAnew(change);
}

/** Changes that an engine counted and did not list, as in Pulumi's digest of a refresh. */
export function unlistedFacts(views: readonly StackView[], run: RunStacks): Fact[] {
  const found = views.flatMap((view) => {
    const listed = view.changes.filter(({ change }) => change.action !== "unchanged").length;
    const { unchanged, ...counts } = view.counts;
    const count = Object.values(counts).reduce((sum, one) => sum + one, 0) - listed;
    return count > 0 ? [{ label: view.label, count }] : [];
  });
  const count = found.reduce((sum, one) => sum + one.count, 0);
  if (count === 0) return [];
  const places = found.map(({ label }) => ({ label }));
  const words = phrase`${count} ${own(count === 1 ? "resource changes" : "resources change")} of which the preview does not say which${inStacks(labelsOf(places), run)}`;
  return [{ kind: "update", tone: "careful", anchor: "stacks", places, words, short: words }];
}
