import { notePolicyNames } from "../../../../policy/protocol/note";
import type { Note } from "../../../model/plan";
import { code, prose } from "./escape";
import type { Section } from "./section";

/** The environment that each stack was judged as, and why; stacks with the same answer in one item, folded. */
export function profileSections(notes: readonly { label: string; note: Note }[]): Section[] {
  const stacks = new Map<string, Set<string>>();
  for (const { label, note } of notes) {
    if (note.policy !== notePolicyNames.profile) continue;
    stacks.set(note.message, (stacks.get(note.message) ?? new Set()).add(label));
  }
  if (stacks.size === 0) return [];
  return [
    {
      importance: "notes",
      head: ["<details><summary>Environments that stacks were judged as</summary>", ""],
      items: [...stacks].map(([message, labels]) => {
        const names = [...labels].filter((label) => label !== "").map((label) => code(label));
        return [`- ${prose(message)}${names.length === 0 ? "" : `: ${names.join(", ")}`}`];
      }),
      foot: ["", "</details>"],
      unit: ["note", "notes"],
    },
  ];
}
