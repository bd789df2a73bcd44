import { describedPart } from "../description/description";
import { findProject } from "../project/project";
import { noStacks, readStack, stackNames } from "../project/stacks";
import { print, printText } from "./write";

/** A stack's name, then the value of each column. */
type Row = Readonly<Record<string, string>>;

/** Prints the stacks that have a file, with the columns that the project's description names. */
export async function list({ format }: { format: string }): Promise<void> {
  const project = findProject(process.cwd());
  const columns = describedPart(project, "columns") ?? [];
  const stacks = stackNames(project).map((stack): Row => {
    if (columns.length === 0) return { stack };
    const { values } = readStack(project, stack);
    const cells = columns.map((column) => [column, values[`${project.name}:${column}`] ?? ""] as const);
    return { stack, ...Object.fromEntries(cells) };
  });
  if (format === "json") await print(JSON.stringify({ stacks }, null, 2));
  else await printText(stacks.length === 0 ? `There are no stacks: ${noStacks(project)}` : table(stacks, columns));
}

/** By hand: the library of `formats/text/table` would add a fifth to this command's time. */
function table(stacks: readonly Row[], columns: readonly string[]): string {
  const names = ["stack", ...columns];
  const rows: Row[] = [Object.fromEntries(names.map((name) => [name, name])), ...stacks];
  const width = (name: string) => Math.max(...rows.map((row) => row[name]?.length ?? 0));
  const widths = names.map(width);
  return rows
    .map((row) =>
      names
        .map((name, i) => (row[name] ?? "").padEnd(widths[i] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
