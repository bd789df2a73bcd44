import { type Action, actions, type PropertyChange, type ResourceChange, type StackChange } from "../diff/change";
import { actionCounts, changeCounts, losesData, untold } from "../diff/counts";
import { type Diagnostic, isBlocking, type Note, type PolicyOutcome } from "../plan/plan";
import { bySeverity } from "./words";

export { losesData, untold } from "../diff/counts";

/** A change, and which engine saw it where two were asked and only one did. */
export interface SeenChange {
  change: ResourceChange;
  onlyBy?: StackChange["engine"];
}

/** All that is known of a stack: what Pulumi's own engine saw, what ours did, or both. */
export interface StackView {
  /** How the comment calls it: its name, with its project before it where there are several. */
  label: string;
  stack: string;
  /** What each engine saw; the one that knows the cloud comes first. */
  entries: readonly [StackChange, ...StackChange[]];
  /** All resources; where the engines differ, the change that is worse. */
  changes: readonly SeenChange[];
  counts: Readonly<Record<Action, number>>;
  policy: PolicyOutcome;
  diagnostics: readonly Diagnostic[];
  /** What differs in the outputs of the stack, which others may read. */
  outputs: readonly PropertyChange[];
  /** How many properties and outputs can't be compared. */
  notComparable: number;
  /** How many resources get another URN, and nothing else happens to them. */
  renamed: number;
}

/** What has a name in a project. */
export interface Placed {
  project: string;
  stack: string;
}

/** How reports call the stacks of a run: by their names, with the project before each where there are several. */
export function labelIn(all: readonly Placed[]): (one: Placed) => string {
  const projects = new Set(all.map(({ project }) => project));
  return ({ project, stack }) => (projects.size > 1 ? `${project}/${stack}` : stack);
}

/** Stacks by how much a reviewer has to see of each, then by name. `others` are of the same run, and have no view. */
export function viewsOf(entries: readonly StackChange[], others: readonly Placed[] = []): StackView[] {
  const labelOf = labelIn([...entries, ...others]);
  const stacks = new Map<string, [StackChange, ...StackChange[]]>();
  for (const entry of entries) {
    const label = labelOf(entry);
    const others = stacks.get(label);
    if (others === undefined) stacks.set(label, [entry]);
    else if (entry.engine === "pulumi") stacks.set(label, [entry, ...others]);
    else others.push(entry);
  }
  const views = [...stacks].map(([label, seen]) => viewOf(label, seen));
  return views.sort((a, b) => rankOf(a) - rankOf(b) || (a.label < b.label ? -1 : 1));
}

/** Whether there is nothing at all to say of it. */
export function isQuiet(view: StackView): boolean {
  return rankOf(view) === ranks.length;
}

/** Whether there was nothing to compare with. */
export function isFirst({ entries }: StackView): boolean {
  return entries.every(({ base }) => base === undefined);
}

/** Whether all of it is created: the stack is new, or was never previewed. */
export function isNew(view: StackView): boolean {
  const { create, import: imported } = view.counts;
  return create + imported > 0 && (isFirst(view) || create + imported === view.changes.length);
}

/** Whether all of it is deleted: the program has the stack no longer. */
export function isGone({ counts, changes }: StackView): boolean {
  return counts.delete > 0 && counts.delete === changes.length;
}

/** What they were compared with, a revision before a state. */
export function basesOf(views: readonly StackView[]): string[] {
  const entries = views.flatMap((view) => view.entries);
  const ordered = [
    ...entries.filter(({ engine }) => engine === "offline"),
    ...entries.filter(({ engine }) => engine === "pulumi"),
  ];
  return [...new Set(ordered.flatMap(({ base }) => (base === undefined ? [] : [base])))];
}

/** What deletes or replaces something that holds data. */
export function losses({ changes }: StackView): SeenChange[] {
  return changes.filter(({ change }) => losesData(change));
}

/** How often each thing happens in all of them. */
export function totals(views: readonly StackView[]): Record<Action, number> {
  const counts = actionCounts({ changes: [] });
  for (const view of views) for (const action of actions) counts[action] += view.counts[action];
  return counts;
}

export function blocking({ policy }: StackView): number {
  return policy.violations.filter(isBlocking).length;
}

export function errors({ diagnostics }: StackView): Diagnostic[] {
  return diagnostics.filter(({ severity }) => severity === "error");
}

/** How many outputs certainly differ. */
export function differingOutputs({ outputs }: StackView): number {
  return outputs.length - untold({ properties: outputs }).length;
}

/** What a reviewer has to see, from the worst. */
const ranks: readonly ((view: StackView) => boolean)[] = [
  (view) => losses(view).length > 0,
  (view) => blocking(view) > 0,
  (view) => errors(view).length > 0,
  ({ counts }) => counts.replace > 0,
  ({ counts }) => counts["may replace"] > 0,
  ({ counts }) => counts.delete > 0,
  ({ counts }) => counts.update > 0,
  ({ counts }) => counts.create + counts.import > 0,
  isFirst,
  ({ notComparable, renamed, outputs }) => notComparable + renamed + outputs.length > 0,
  ({ policy }) => policy.violations.length > 0,
];

function rankOf(view: StackView): number {
  const rank = ranks.findIndex((holds) => holds(view));
  return rank < 0 ? ranks.length : rank;
}

function viewOf(label: string, entries: [StackChange, ...StackChange[]]): StackView {
  const [main] = entries;
  const seen = entries.length === 1 ? main.changes.map((change) => ({ change })) : merged(entries);
  const changes = seen.map(({ change }) => change);
  const outputs = unique(entries.flatMap((entry) => entry.outputs ?? []));
  // What one engine only counts, the other lists, but for what a refresh found.
  const { unchanged, ...unlisted } = main.unlisted ?? {};
  const counts = changeCounts({ changes, outputs, unlisted: entries.length === 1 ? main.unlisted : unlisted });
  return {
    label,
    stack: main.stack,
    entries,
    changes: seen,
    counts: counts.actions,
    policy: entries.length === 1 ? main.policy : mergedPolicy(entries.map(({ policy }) => policy)),
    diagnostics: unique(entries.flatMap(({ diagnostics }) => diagnostics)),
    outputs,
    notComparable: counts.notComparable,
    renamed: counts.renamed,
  };
}

/** In the order of the first engine, what only the other saw at the end. */
function merged(entries: readonly StackChange[]): SeenChange[] {
  const all = new Map<string, SeenChange>();
  for (const { engine, changes } of entries) {
    for (const change of changes) {
      const known = all.get(change.urn);
      if (known !== undefined && known.change.action === change.action) {
        all.set(change.urn, { change: { ...known.change, dataLoss: known.change.dataLoss ?? change.dataLoss } });
      } else if (known === undefined || severity(change) < severity(known.change)) {
        all.set(change.urn, { change, onlyBy: engine });
      }
    }
  }
  return [...all.values()];
}

function severity({ action }: ResourceChange): number {
  return bySeverity.indexOf(action);
}

/** What both engines had judged, once: a pack and a rule by their names, what was found by rule, resource and words. */
function mergedPolicy(outcomes: readonly PolicyOutcome[]): PolicyOutcome {
  const found = ({ policy, urn, message }: Note) => JSON.stringify([policy, urn, message]);
  return {
    packs: merge(
      outcomes.flatMap(({ packs }) => packs),
      ({ name }) => name,
      (a, b) => (a.rules >= b.rules ? a : b),
    ),
    rules: Math.max(...outcomes.map(({ rules }) => rules)),
    violations: merge(
      outcomes.flatMap(({ violations }) => violations),
      found,
    ),
    notes: merge(
      outcomes.flatMap(({ notes }) => notes),
      found,
    ),
    judged: merge(
      outcomes.flatMap(({ judged }) => judged),
      ({ name }) => name,
      (a, b) => ({ ...(a.title === "" ? b : a), resources: Math.max(a.resources, b.resources) }),
    ),
  };
}

/** Items once by their key, in the order in which each is first seen; of two the first, or what both come to. */
function merge<T>(items: readonly T[], keyOf: (item: T) => string, both: (a: T, b: T) => T = (a) => a): T[] {
  const merged = new Map<string, T>();
  for (const item of items) {
    const known = merged.get(keyOf(item));
    merged.set(keyOf(item), known === undefined ? item : both(known, item));
  }
  return [...merged.values()];
}

function unique<T>(items: readonly T[]): T[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}
