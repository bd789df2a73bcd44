import type { Fact } from "../../../facts";
import { capitalized } from "../../../facts/phrase";
import { counted } from "../../../facts/words";
import { factAnchor } from "../../shared/anchors";
import type { Links } from "./links";
import { markdownOf } from "./phrase";
import type { Section } from "./section";

/** Facts that stay open if there are at least two more: readers stop after that many lines. */
const mostOpen = 8;

/** Failed stacks beyond this number come last: losses need the room. */
const mostFailed = 3;

/** The facts, a line each in plain words: the first ones open, the others folded. */
export function factSections(facts: readonly Fact[], links: Links): Section[] {
  const late = facts.filter(({ kind }) => kind === "incomplete").slice(mostFailed);
  const first = facts.filter((fact) => !late.includes(fact));
  const lines = [...first, ...late].map((fact) => [line(fact, links)]);
  const section: Pick<Section, "importance" | "unit" | "foot"> = {
    importance: "facts",
    unit: ["fact", "facts"],
    foot: [],
  };
  const isShort = late.length === 0 && lines.length <= mostOpen + 1;
  const open = lines.slice(0, isShort ? lines.length : Math.min(mostOpen, first.length));
  const folded = lines.slice(open.length);
  return [
    ...(open.length === 0 ? [] : [{ ...section, head: [], items: open }]),
    ...(folded.length === 0
      ? []
      : [
          {
            ...section,
            importance: "other facts" as const,
            fold: counted(folded.length, "more fact"),
            head: [],
            items: folded,
          },
        ]),
  ];
}

function line({ words, tone, anchor }: Fact, links: Links): string {
  const mark = tone === "bad" ? "⛔ " : tone === "careful" ? "⚠️ " : "";
  return `- ${mark}${markdownOf(capitalized(words))}.${links.to(factAnchor(anchor))}`;
}
