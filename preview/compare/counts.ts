import { type Action, actions } from "../model/actions";
import type { PropertyChange, ResourceChange, StackChange } from "../model/change";

/** Numbers of changes. */
export interface ChangeCounts {
  /** Resources by action. */
  actions: Record<Action, number>;
  /** Those of them that hold data which would, or may, be lost. */
  losses: number;
  /** Resources with a new URN and no other change. */
  renamed: number;
  /** Properties and outputs that can't be compared. */
  notComparable: number;
  /** Outputs of the stack that differ. */
  outputs: number;
}

/** Counts the changes of a stack. Every report takes its numbers from here: each resource counts once. */
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

/** Number of resources by action, including those that are counted and not listed. */
export function actionCounts({
  changes,
  unlisted = {},
}: Pick<StackChange, "changes" | "unlisted">): Record<Action, number> {
  const counts: Record<Action, number> = {
    create: 0,
    import: 0,
    update: 0,
    "may replace": 0,
    replace: 0,
    delete: 0,
    unchanged: 0,
  };
  for (const { action } of changes) counts[action] += 1;
  for (const action of actions) counts[action] += unlisted[action] ?? 0;
  return counts;
}

/** Whether its data would, or may, be lost. */
export function losesData({ dataLoss, action }: ResourceChange): boolean {
  return dataLoss !== undefined && (action === "delete" || action === "replace" || action === "may replace");
}

/** Properties of which it is unknown whether they change. */
export function untold({ properties }: Pick<ResourceChange, "properties">): PropertyChange[] {
  return properties.filter(({ kind }) => kind === "not comparable");
}

/** Whether a resource changes, or an output that other stacks may read; a value that can't be compared is no change. */
export function hasChanges({ changes, outputs = [] }: Pick<StackChange, "changes" | "outputs">): boolean {
  return (
    changes.some(({ action }) => action !== "unchanged") || outputs.length > untold({ properties: outputs }).length
  );
}
