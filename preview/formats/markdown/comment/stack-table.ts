import { actionCounts } from "../../../compare/counts";
import { type Failed, failedWords } from "../../../facts/failed";
import { plainText } from "../../../facts/phrase";
import { isQuiet, type StackView } from "../../../facts/view";
import { counted, grouped } from "../../../facts/words";
import type { Action } from "../../../model/actions";
import type { MonthlyCost, StackChange } from "../../../model/change";
import { isBlocking } from "../../../model/plan";
import { code } from "./escape";
import type { Section } from "./section";

/** More unchanged stacks than these share one row, with their number. */
const mostQuiet = 3;

interface Row {
  label: string;
  entry: StackChange;
}

interface Column {
  name: string;
  isText?: boolean;
  cell(row: Row): string;
}

/** A row for each stack and engine, and one for all that could not be previewed; without columns that would be empty. */
export function stackTable(views: readonly StackView[], failed: readonly Failed[] = []): Section[] {
  if (views.length === 0) return [];
  const quiet = views.filter(isQuiet);
  const shown = quiet.length > mostQuiet ? views.filter((view) => !isQuiet(view)) : views;
  const rows = shown.flatMap(({ label, entries }) => entries.map((entry) => ({ label, entry })));
  const columns = columnsOf(views);
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const row = (text: string) => line(columns.map((_, i) => (i === 0 ? text : "")));
  return [
    {
      importance: "stacks",
      head: [line(columns.map(({ name }) => name)), line(columns.map(({ isText }) => (isText ? ":--" : "--:")))],
      items: rows.map((one) => [line(columns.map(({ cell }) => cell(one)))]),
      foot: [
        ...(quiet.length > mostQuiet ? [row(`${counted(quiet.length, "stack")} without a change`)] : []),
        ...(failed.length > 0 ? [row(plainText(failedWords(failed)))] : []),
        ...totalRow(views, columns, line),
      ],
      unit: ["stack", "stacks"],
      more: (words) => [row(words)],
    },
  ];
}

function columnsOf(views: readonly StackView[]): Column[] {
  const entries = views.flatMap((view) => view.entries);
  const any = (action: Action) => entries.some(({ changes }) => changes.some((change) => change.action === action));
  const count = (action: Action, loud = false): Column => ({
    name: action,
    cell: ({ entry }) => number(actionCounts(entry)[action], loud),
  });
  return [
    {
      name: "stack",
      isText: true,
      cell: ({ label, entry }) => `${code(label, 80)}${entry.base === undefined ? " (new)" : ""}`,
    },
    ...(new Set(entries.map(({ engine }) => engine)).size > 1
      ? [
          {
            name: "seen by",
            isText: true,
            cell: ({ entry }: Row) => (entry.engine === "pulumi" ? "Pulumi" : "offline"),
          },
        ]
      : []),
    count("create"),
    ...(any("import") ? [count("import")] : []),
    count("update"),
    ...(any("may replace") ? [count("may replace", true)] : []),
    count("replace", true),
    count("delete", true),
    { name: "policy", isText: true, cell: ({ entry }) => policyCell(entry) },
    ...(entries.some(({ monthlyCost }) => monthlyCost !== undefined)
      ? [{ name: "monthly cost", isText: true, cell: ({ entry }: Row) => costCell(entry.monthlyCost) }]
      : []),
  ];
}

function number(count: number, loud: boolean): string {
  if (count === 0) return "–";
  return loud ? `**${grouped(count)}**` : grouped(count);
}

function policyCell({ policy }: StackChange): string {
  if (policy.packs.length === 0) return "not asked";
  const mandatory = policy.violations.filter(isBlocking).length;
  const advisory = policy.violations.length - mandatory;
  const words = [
    ...(mandatory > 0 ? [`**${grouped(mandatory)} mandatory**`] : []),
    ...(advisory > 0 ? [`${grouped(advisory)} advisory`] : []),
  ];
  return words.length === 0 ? "satisfied" : words.join(", ");
}

function costCell(cost: MonthlyCost | undefined): string {
  if (cost === undefined) return "not known";
  const { before, after } = cost;
  const currency = /^[A-Z]{3}$/.test(cost.currency) ? cost.currency : code(cost.currency, 12);
  if (before === undefined) return `${money(after)} ${currency}`;
  const difference = after - before;
  return `${money(before)} → ${money(after)} ${currency} (${difference > 0 ? "+" : ""}${money(difference)})`;
}

/** Total cost, if more than one is known and all have the same currency. */
function totalRow(
  views: readonly StackView[],
  columns: readonly Column[],
  line: (cells: string[]) => string,
): string[] {
  const costs = views.flatMap(({ entries }) => entries.flatMap(({ monthlyCost }) => monthlyCost ?? []).slice(0, 1));
  const [first] = costs;
  if (costs.length < 2 || costs.some(({ currency }) => currency !== first?.currency)) return [];
  const before = costs.reduce((sum, cost) => sum + (cost.before ?? 0), 0);
  const after = costs.reduce((sum, cost) => sum + cost.after, 0);
  const known = costs.length < views.length ? ` of ${counted(costs.length, "stack")}` : "";
  const cell = costCell({ before, after, currency: first?.currency ?? "" });
  return [line(columns.map((_, i) => (i === 0 ? `monthly cost${known}` : i === columns.length - 1 ? cell : "")))];
}

function money(amount: number): string {
  return amount.toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}
