import { isQuiet, type StackView } from "../../../facts/view";
import { actionWords } from "../../../facts/words";
import type { Action } from "../../../model/actions";
import { elided } from "./elide";
import { fenced, htmlCode, visible } from "./escape";
import type { Section } from "./section";
import { type Part, partsOf } from "./topology";

/** Diagrams of more stacks than these are no help. */
const mostStacks = 4;
/** Mermaid draws 500 edges and 50,000 characters (`maxEdges`, `maxTextSize`); a diagram of fewer is readable. */
const mostParts = 40;
const mostEdges = 120;

/** The style of a part by its gravest action: its label also says the action in words. */
const looks: Readonly<Partial<Record<Action, string>>> = {
  replace: "stroke:#cf222e,stroke-width:4px",
  delete: "stroke:#cf222e,stroke-width:3px,stroke-dasharray:6 4",
  "may replace": "stroke:#bf8700,stroke-width:4px,stroke-dasharray:2 3",
  update: "stroke:#bf8700,stroke-width:3px",
  create: "stroke:#1a7f37,stroke-width:3px",
};

/** A diagram of the components of each stack that changes, folded. */
export function diagramSections(views: readonly StackView[]): Section[] {
  return views
    .filter((view) => !isQuiet(view))
    .slice(0, mostStacks)
    .flatMap((view) => {
      const parts = partsOf(view.changes.map(({ change }) => change));
      if (parts.length < 2 || parts.every(({ worst }) => worst === "unchanged")) return [];
      const shown = chosen(parts);
      const left = parts.length - shown.length;
      return [
        {
          importance: "diagram" as const,
          head: [],
          items: [
            [
              `<details><summary>Picture of ${htmlCode(view.label, 80)}, with what changes</summary>`,
              "",
              ...fenced("mermaid", mermaid(shown)),
              "",
              `An arrow leads from a part to what it needs.${left > 0 ? ` ${left} more parts are not shown.` : ""}`,
              "",
              "</details>",
            ],
          ],
          foot: [],
          unit: ["picture", "pictures"] as const,
        },
      ];
    });
}

/** Parts with changes before parts without, each in the stack's order. */
function chosen(parts: readonly Part[]): Part[] {
  if (parts.length <= mostParts) return [...parts];
  const changing = parts.filter(({ worst }) => worst !== "unchanged");
  const near = parts.filter(({ worst }) => worst === "unchanged");
  return [...changing, ...near].slice(0, mostParts);
}

function mermaid(parts: readonly Part[]): string[] {
  const ids = new Map(parts.map(({ urn }, i) => [urn, `part${i}`]));
  const edges = parts.flatMap(({ urn, needs }) =>
    [...needs].flatMap((need) => (ids.has(need) ? [`  ${ids.get(urn)} --> ${ids.get(need)}`] : [])),
  );
  const classes = Object.entries(looks).flatMap(([action, look], i) => {
    const marked = parts.filter(({ worst }) => worst === action).map(({ urn }) => ids.get(urn));
    return marked.length === 0 ? [] : [`  classDef look${i} ${look}`, `  class ${marked.join(",")} look${i}`];
  });
  return [
    "flowchart LR",
    ...parts.map((part) => node(part, ids.get(part.urn))),
    ...edges.slice(0, mostEdges),
    ...classes,
  ];
}

function node({ kind, name, counts }: Part, id: string | undefined): string {
  const lines = [kind, name, actionWords(counts)].filter((text) => text !== "");
  return `  ${id}["${lines.map(label).join("<br/>")}"]`;
}

/** Text in a label: characters with a meaning to Mermaid are written as their number. */
function label(text: string): string {
  return visible(elided(text, 60)).replace(/[^\p{L}\p{N} ,./-]/gu, (mark) => `#${mark.codePointAt(0)};`);
}
