import type { Action } from "../model/actions";

/** A number of things: `1 delete`, `1,234 deletes`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

/** A number with thousands separators. */
export function grouped(count: number): string {
  return count.toLocaleString("en-US");
}

/** Actions, the gravest first. */
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

/** The number of each action, without unchanged ones: `1 replacement, 2 updates`; empty if nothing changes. */
export function actionWords(counts: Readonly<Record<Action, number>>): string {
  return bySeverity
    .filter((action) => action !== "unchanged" && counts[action] > 0)
    .map((action) => counted(counts[action], nouns[action]))
    .join(", ");
}
