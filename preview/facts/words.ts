import type { Action } from "../diff/change";

/** A number of things: `1 delete`, `1,234 deletes`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

/** A number with its thousands apart. */
export function grouped(count: number): string {
  return count.toLocaleString("en-US");
}

/** What happens, from what a reviewer must see first. */
export const bySeverity = [
  "replace",
  "may replace",
  "delete",
  "update",
  "create",
  "import",
  "unchanged",
] as const satisfies readonly Action[];

const nouns: Readonly<Record<Action, string>> = {
  replace: "replacement",
  "may replace": "possible replacement",
  delete: "delete",
  update: "update",
  create: "create",
  import: "import",
  unchanged: "unchanged resource",
};

/** How often each thing happens, but for what does not change: `1 replacement, 2 updates`; empty where nothing does. */
export function actionWords(counts: Readonly<Record<Action, number>>): string {
  return bySeverity
    .filter((action) => action !== "unchanged" && counts[action] > 0)
    .map((action) => counted(counts[action], nouns[action]))
    .join(", ");
}
