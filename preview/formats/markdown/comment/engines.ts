import type { StackView } from "../../../facts/view";
import type { Action } from "../../../model/actions";
import { code } from "./escape";
import { nameWords, seenBy } from "./names";
import type { Section } from "./section";

/** For stacks that both engines previewed: the resources on which they disagree. */
export function engineSections(views: readonly StackView[]): Section[] {
  const both = views.filter(({ entries }) => entries.length > 1);
  const items = both.flatMap((view) => differences(view).map((line) => [line]));
  if (both.length === 0) return [];
  const section: Pick<Section, "importance" | "unit"> = {
    importance: "engines",
    unit: ["difference between the engines", "differences between the engines"],
  };
  if (items.length === 0) return [{ ...section, head: [], items: [["Both engines saw the same changes."]], foot: [] }];
  return [
    {
      ...section,
      head: [
        `<details><summary>Where the engines differ: ${items.length.toLocaleString("en-US")}</summary>`,
        "",
        "Offline compares two revisions of the program; Pulumi compares the program with the state of the stack.",
        "",
      ],
      items,
      foot: ["", "</details>"],
    },
  ];
}

function differences({ label, changes, entries }: StackView): string[] {
  const [first, second] = entries.map((entry) => new Map(entry.changes.map(({ urn, action }) => [urn, action])));
  return changes.flatMap(({ change }) => {
    const [a, b] = [first?.get(change.urn), second?.get(change.urn)];
    if (a === b || isNothing(a, b)) return [];
    const seen = entries.slice(0, 2).map((entry, i) => `${seenBy(entry.engine)} ${[a, b][i] ?? "nothing"}`);
    return [`- ${nameWords(change)} in ${code(label, 80)}: ${seen.join(", ")}`];
  });
}

/** Unchanged for one engine and missing for the other: a default provider. */
function isNothing(a: Action | undefined, b: Action | undefined): boolean {
  return (a ?? "unchanged") === "unchanged" && (b ?? "unchanged") === "unchanged";
}
