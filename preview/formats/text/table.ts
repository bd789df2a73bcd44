import Table from "cli-table3";

/** A column: its head, and the side to which its cells are aligned. */
export interface Column {
  head: string;
  right?: boolean;
}

/** Every line that could be drawn between cells and around them; rows are set apart by spaces alone. */
const noLines = {
  top: "",
  "top-mid": "",
  "top-left": "",
  "top-right": "",
  bottom: "",
  "bottom-mid": "",
  "bottom-left": "",
  "bottom-right": "",
  left: "",
  "left-mid": "",
  mid: "",
  "mid-mid": "",
  right: "",
  "right-mid": "",
} as const;
const plain = { "padding-left": 0, "padding-right": 0, head: [], border: [], compact: true };

/**
 * Rows in columns, with two spaces between; cells are never shortened, and wide characters count as the two columns that
 * they take. No spaces follow the last column.
 */
export function tableLines(columns: readonly Column[], rows: readonly (readonly string[])[], indent = 2): string[] {
  const table = new Table({
    chars: { ...noLines, middle: "  " },
    style: plain,
    colAligns: columns.map(({ right }) => (right === true ? "right" : "left")),
  });
  table.push(
    columns.map(({ head }) => head),
    ...rows.map((row) => columns.map((_, i) => row[i] ?? "")),
  );
  return table
    .toString()
    .split("\n")
    .map((line) => `${" ".repeat(indent)}${line}`.trimEnd());
}
