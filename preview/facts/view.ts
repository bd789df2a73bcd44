import { actionCounts, changeCounts, losesData, untold } from "../compare/counts";
import { type Action, actions } from "../model/actions";
import type { PropertyChange, ResourceChange, StackChange } from "../model/change";
import { type Diagnostic, isBlocking, type Note, type PolicyOutcome } from "../model/plan";
import { bySeverity } from "./words";

export { losesData, untold } from "../compare/counts";

/** A change; with its engine, if two engines previewed the stack and only one has the change. */
export interface SeenChange {
  change: ResourceChange;
  onlyBy?: StackChange["engine"];
}

/** All previews of a stack: by Pulumi's own engine, by ours, or both. */
export interface StackView {
  /** Its name in the comment, with its project before it if there are several. */
  label: string;
  stack: string;
  /** The preview of each engine; Pulumi's, which knows the cloud, comes first. */
  entries: readonly [StackChange, ...StackChange[]];
  /** All resources; if the engines differ, the graver change. */
  changes: readonly SeenChange[];
  counts: Readonly<Record<Action, number>>;
  policy: PolicyOutcome;
  diagnostics: readonly Diagnostic[];
  /** Outputs of the stack that differ, which other stacks may read. */
  outputs: readonly PropertyChange[];
  /** Number of properties and outputs that can't be compared. */
  notComparable: number;
  /** Number of resources with a new URN and no other change. */
  renamed: number;
}

/** An object with a name in a project. */
export interface Placed {
  project: string;
  stack: string;
}

/** Names of a run's stacks in reports: with the project before each if there are several. */
export function labelIn(all: readonly Placed[]): (one: Placed) => string {
  const projects = new Set(all.map(({ project }) => project));
  return ({ project, stack }) => (projects.size > 1 ? `${project}/${stack}` : stack);
}

/** Stacks by importance to a reviewer, then by name. `others` are stacks of the same run without a view. */
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

/** Whether there is nothing to report about it. */
export function isQuiet(view: StackView): boolean {
  return rankOf(view) === ranks.length;
}

/** Whether it had no base. */
export function isFirst({ entries }: StackView): boolean {
  return entries.every(({ base }) => base === undefined);
}

/** Whether all of it is created: the stack is new, or was never previewed. */
export function isNew(view: StackView): boolean {
  const { create, import: imported } = view.counts;
  return create + imported > 0 && (isFirst(view) || create + imported === view.changes.length);
}

/** Whether all of it is deleted: the program no longer has the stack. */
export function isGone({ counts, changes }: StackView): boolean {
  return counts.delete > 0 && counts.delete === changes.length;
}

/** The bases of the comparison, revisions before states. */
export function basesOf(views: readonly StackView[]): string[] {
  const entries = views.flatMap((view) => view.entries);
  const ordered = [
    ...entries.filter(({ engine }) => engine === "offline"),
    ...entries.filter(({ engine }) => engine === "pulumi"),
  ];
  return [...new Set(ordered.flatMap(({ base }) => (base === undefined ? [] : [base])))];
}

/** Resources that hold data and are deleted or replaced. */
export function losses({ changes }: StackView): SeenChange[] {
  return changes.filter(({ change }) => losesData(change));
}

/** Number of each action in all of them. */
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

/** Number of outputs that certainly differ. */
export function differingOutputs({ outputs }: StackView): number {
  return outputs.length - untold({ properties: outputs }).length;
}

/** Importance to a reviewer, the highest first. */
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
  // Changes that one engine only counts, the other lists, except the results of a refresh.
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

/** In the order of the first engine; changes that only the other has come last. */
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

/** Verdicts of both engines, without duplicates: packs and rules by name, violations by rule, resource and message. */
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

/** Items without duplicates by key, in the order of the first; of two equal ones the first, or their combination. */
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
