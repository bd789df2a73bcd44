import {
  type Action,
  actionCounts,
  actions,
  type PropertyChange,
  type ResourceChange,
  type StackChange,
} from "../diff/change";
import { type Diagnostic, isBlocking, type PolicyOutcome } from "../plan/plan";
import { bySeverity } from "./words";

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
  /** How many resources got another URN. */
  renamed: number;
}

/** Stacks by how much a reviewer has to see of each, then by name. */
export function viewsOf(entries: readonly StackChange[]): StackView[] {
  const projects = new Set(entries.map(({ project }) => project));
  const stacks = new Map<string, [StackChange, ...StackChange[]]>();
  for (const entry of entries) {
    const label = projects.size > 1 ? `${entry.project}/${entry.stack}` : entry.stack;
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

/** Whether data would be lost with it, or may be. */
export function losesData({ dataLoss, action }: ResourceChange): boolean {
  return dataLoss !== undefined && (action === "delete" || action === "replace" || action === "may replace");
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

/** The properties of which nobody can tell whether they change. */
export function untold({ properties }: Pick<ResourceChange, "properties">): PropertyChange[] {
  return properties.filter(({ kind }) => kind === "not comparable");
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
  return {
    label,
    stack: main.stack,
    entries,
    changes: seen,
    counts: actionCounts({ changes }),
    policy: entries.length === 1 ? main.policy : mergedPolicy(entries.map(({ policy }) => policy)),
    diagnostics: unique(entries.flatMap(({ diagnostics }) => diagnostics)),
    outputs,
    notComparable: [...changes, { properties: outputs }].reduce((sum, change) => sum + untold(change).length, 0),
    renamed: changes.filter(({ renamedFrom }) => renamedFrom !== undefined).length,
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

function mergedPolicy(outcomes: readonly PolicyOutcome[]): PolicyOutcome {
  return {
    packs: unique(outcomes.flatMap(({ packs }) => packs)),
    rules: Math.max(...outcomes.map(({ rules }) => rules)),
    violations: unique(outcomes.flatMap(({ violations }) => violations)),
    notes: unique(outcomes.flatMap(({ notes }) => notes)),
    judged: unique(outcomes.flatMap(({ judged }) => judged)),
  };
}

function unique<T>(items: readonly T[]): T[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}
