import { wrapped } from "../formats/shared/wrap";
import type { ComparedOption, Comparison } from "./comparison";

/** Head of the line with the counts, in the same words as the preview's. */
const inCloud = "in the cloud";

type Support = ComparedOption["clouds"][string];

/** The clouds side by side for a terminal, with the differences below, wrapped. */
export function comparisonText(comparison: Comparison, width = 100): string {
  const { app, environment, clouds, concepts, differences } = comparison;
  const first = Math.max(...concepts.map(({ length }) => length), inCloud.length);
  const column = Math.floor((width - first) / clouds.length) - 2;
  const row = (head: string, cells: readonly string[]): string[] => {
    const lines = cells.map((cell) => wrapped(cell, column));
    const height = Math.max(1, ...lines.map(({ length }) => length));
    return Array.from({ length: height }, (_, i) =>
      [(i === 0 ? head : "").padEnd(first), ...lines.map((line) => (line[i] ?? "").padEnd(column))]
        .join("  ")
        .trimEnd(),
    );
  };
  return [
    `${app} in ${environment}`,
    "",
    ...row(
      "",
      clouds.map(({ title }) => title),
    ),
    ...row(
      inCloud,
      clouds.map(({ resources }) => String(resources)),
    ),
    ...concepts.flatMap((concept) =>
      row(
        concept,
        clouds.map(({ concepts: parts }) => partOf(parts[concept])),
      ),
    ),
    "",
    "What differs",
    ...differences.flatMap(({ name, meaning, clouds: supports }) => [
      "",
      ...wrapped(`${name}: ${meaning}`, width),
      ...Object.entries(supports).flatMap(([cloud, support]) =>
        wrapped(`${cloud}: ${supportWords(support)}`, width, 2),
      ),
    ]),
  ].join("\n");
}

/** The same for a pull request or a page. */
export function comparisonMarkdown({ app, environment, clouds, concepts, differences }: Comparison): string {
  const row = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [
    `# ${app} in ${environment}`,
    "",
    row(["", ...clouds.map(({ title }) => title)]),
    row(["", ...clouds.map(() => "")].map(() => "---")),
    row([inCloud, ...clouds.map(({ resources }) => String(resources))]),
    ...concepts.map((concept) => row([concept, ...clouds.map(({ concepts: parts }) => partOf(parts[concept]))])),
    "",
    "## What differs",
    "",
    row(["option", "meaning", ...clouds.map(({ title }) => title)]),
    row(["---", "---", ...clouds.map(() => "---")]),
    ...differences.map(({ name, meaning, clouds: supports }) =>
      row([`\`${name}\``, meaning, ...clouds.map(({ name: cloud }) => supportWords(supports[cloud]))]),
    ),
  ].join("\n");
}

function partOf(part: { service: string; resources: number } | undefined): string {
  return part === undefined ? "" : `${part.service} (${part.resources})`;
}

function supportWords(support: Support | undefined): string {
  switch (support?.level) {
    case "full":
      return support.by;
    case "different":
      return `${support.by}; differs: ${support.difference}`;
    case "refused":
      return `refused: ${support.reason}`;
    default:
      return "";
  }
}
