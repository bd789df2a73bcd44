import { type Action, actions, type PropertyChange, type ResourceChange, type StackChange } from "./change";

/** How much changes. */
export interface ChangeCounts {
  /** Resources by what happens to them. */
  actions: Record<Action, number>;
  /** Of those, how many hold data that would be lost with them, or may be. */
  losses: number;
  /** Resources that get another URN, and to which nothing else happens. */
  renamed: number;
  /** Properties and outputs that can't be compared. */
  notComparable: number;
  /** Outputs of the stack that differ. */
  outputs: number;
}

/** Counts what changes in a stack. Every report takes its numbers from here: each resource counts once. */
export function changeCounts(stack: Pick<StackChange, "changes" | "unlisted" | "outputs">): ChangeCounts {
  const { changes, outputs = [] } = stack;
  const open = untold({ properties: outputs }).length;
  return {
    actions: actionCounts(stack),
    losses: changes.filter(losesData).length,
    renamed: changes.filter(({ action, renamedFrom }) => action === "unchanged" && renamedFrom !== undefined).length,
    notComparable: changes.reduce((sum, change) => sum + untold(change).length, open),
    outputs: outputs.length - open,
  };
}

/** How many resources have each action, those that are counted and not listed among them. */
export function actionCounts({
  changes,
  unlisted = {},
}: Pick<StackChange, "changes" | "unlisted">): Record<Action, number> {
  const counts: Record<Action, number> = {
    ...{ create: 0, import: 0, update: 0, "may replace": 0 },
    ...{ replace: 0, delete: 0, unchanged: 0 },
  };
  for (const { action } of changes) counts[action] += 1;
  for (const action of actions) counts[action] += unlisted[action] ?? 0;
  return counts;
}

/** Whether data would be lost with it, or may be. */
export function losesData({ dataLoss, action }: ResourceChange): boolean {
  return dataLoss !== undefined && (action === "delete" || action === "replace" || action === "may replace");
}

/** The properties of which it can't be told whether they change. */
export function untold({ properties }: Pick<ResourceChange, "properties">): PropertyChange[] {
  return properties.filter(({ kind }) => kind === "not comparable");
}

/** Whether a resource changes, or an output that others may read; what can't be compared is no change. */
export function hasChanges({ changes, outputs = [] }: Pick<StackChange, "changes" | "outputs">): boolean {
  return (
    changes.some(({ action }) => action !== "unchanged") || outputs.length > untold({ properties: outputs }).length
  );
}
