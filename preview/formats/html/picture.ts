import type { StackView } from "../../facts/view";
import { actionWords } from "../../facts/words";
import type { Action } from "../../model/actions";
import { visible } from "../../model/visible";
import { elided } from "../markdown/comment/elide";
import { partsOf } from "../markdown/comment/topology";
import { escapedHtml as text } from "./text";

/** A diagram of more parts than these is too large to read. */
const mostParts = 60;
const longestName = 40;

/** The border of a part, beside the words in it. */
const lines: Readonly<Record<Action, string>> = {
  unchanged: "solid",
  create: "bold",
  import: "bold",
  update: "bold",
  "may replace": "dashed",
  replace: "dashed",
  delete: "dotted",
};

/** The parts of a stack and their dependencies, as SVG; empty if there is nothing to draw. */
export async function picture({ label, changes }: StackView): Promise<string> {
  const parts = partsOf(changes.map(({ change }) => change));
  if (parts.length === 0) return "";
  if (parts.length > mostParts) return `<p>A picture of ${parts.length} parts would show nothing.</p>`;
  const { instance } = await import("@viz-js/viz");
  const viz = await instance();
  const names = new Map(parts.map(({ urn }, i) => [urn, `part${i}`]));
  const svg = viz.renderString(
    {
      graphAttributes: { rankdir: "LR", bgcolor: "transparent", pad: 0.1 },
      // Browsers use another font than the one that was measured: hence the margin.
      nodeAttributes: { shape: "box", fontname: "Arial", fontsize: 12, margin: "0.35,0.1" },
      nodes: parts.map(({ urn, kind, name, counts, worst }) => ({
        name: names.get(urn) ?? "",
        attributes: {
          label: [kind, name, ...actionWords(counts).split(", ")]
            .filter((words) => words !== "")
            .map(labelText)
            .join("\n"),
          style: lines[worst],
          class: worst.replace(" ", "-"),
        },
      })),
      edges: parts.flatMap(({ urn, needs }) =>
        [...needs].map((need) => ({ tail: names.get(urn) ?? "", head: names.get(need) ?? "" })),
      ),
    },
    { format: "svg" },
  );
  const drawn = svg
    .slice(svg.indexOf("<svg"))
    .replace("<svg", '<svg role="img" aria-label="The parts of the stack, and what each needs"');
  return `<details class="picture" open><summary>Picture of ${text(label)}</summary><div class="wide" role="region" aria-label="Picture" tabindex="0">${drawn}</div><p class="why">An arrow leads from a part to what it needs. Bold: changes; dashed: replaced; dotted: deleted.</p></details>`;
}

/** Graphviz reads a backslash as the start of a placeholder. */
function labelText(words: string): string {
  return visible(elided(words, longestName)).replaceAll("\\", "\\\\");
}
