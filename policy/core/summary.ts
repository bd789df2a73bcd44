import type { Note } from "./note";
import type { Run } from "./policies";

/**
 * Tells all notes at once, and how often each rule was asked, as JSON: for an engine that asked for a summary, as a server
 * unpacks all resources of a stack anew for each policy that speaks. It also says which stacks the same process may judge one
 * after the other, by their names and by the config that has to be the same: those of its profile, as nothing else of a stack
 * matters to a rule, and nothing that was gathered outlives the summary.
 */
export function summaryOf(notes: readonly Note[], { ledger, environments }: Run, stack: string): Note {
  const others =
    environments === undefined
      ? []
      : [`isotopo:stacks:${environments.like(stack).source}`, "isotopo:config:environment"];
  return {
    name: "summary",
    displayName: "All notes are told at once, with a count.",
    description: "All notes are told at once, with how often each rule was asked, as JSON.",
    tags: others,
    hasWords: () => true,
    told: (resources) => {
      const told = notes.flatMap((note) => note.told(resources).map((words) => ({ policy: note.name, ...words })));
      const message = JSON.stringify({ asked: Object.fromEntries(ledger.asked), notes: told });
      ledger.asked.clear();
      return [{ message }];
    },
  };
}
