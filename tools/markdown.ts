/** The first line of every generated page. */
export const generatedNotice = "<!-- Made by tools/generate.ts; do not edit. -->";

/** A table; a `|` in a cell is no border. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [header, header.map(() => "---"), ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`)
    .join("\n");
}

/** A text as it is typed. */
export function code(text: string): string {
  return `\`${text}\``;
}

/** Paragraphs, tables and headings, one empty line between them. */
export function page(...blocks: readonly string[]): string {
  return `${[generatedNotice, ...blocks].join("\n\n")}\n`;
}
