/** A column: its head, and the side to which its cells are aligned. */
export interface Column {
  head: string;
  right?: boolean;
}

/** Rows in columns, with two spaces between; cells are never shortened. No spaces follow the last column. */
export function tableLines(columns: readonly Column[], rows: readonly (readonly string[])[], indent = 2): string[] {
  const all = [columns.map(({ head }) => head), ...rows];
  const widths = columns.map((_, i) => Math.max(...all.map((row) => (row[i] ?? "").length)));
  return all.map((row) => {
    const cells = columns.map(({ right }, i) => {
      const cell = row[i] ?? "";
      return right === true ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0);
    });
    return `${" ".repeat(indent)}${cells.join("  ")}`.trimEnd();
  });
}
