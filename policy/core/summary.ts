import { configTag, stacksTag, summaryPolicy } from "../protocol/names";
import { summaryMessage } from "../protocol/summary";
import { type Note, type NotePolicy, notePolicyOf } from "./note";
import type { Run } from "./policies";

/**
 * Tells all notes at once, and how often each rule was asked, as data: for an engine that asked for it, as a server unpacks all
 * resources of a stack anew for each policy that speaks. It also says which stacks the same process may judge one after the other,
 * by their names and by the config that has to be the same: those of its profile, as nothing else of a stack matters to a rule, and
 * nothing that was gathered outlives the summary.
 */
export function summaryPolicyOf(notes: readonly Note[], { ledger, environments }: Run, stack: string): NotePolicy {
  const facts = {
    name: summaryPolicy,
    displayName: "All notes are told at once, with a count.",
    description: "All notes are told at once, with how often each rule was asked, as JSON.",
    tags:
      environments === undefined ? [] : [`${stacksTag}${environments.like(stack).source}`, `${configTag}environment`],
  };
  return notePolicyOf(
    facts,
    () => true,
    (resources) => {
      const notesOfAll = notes.flatMap(({ name, notes: notesOf }) =>
        notesOf(resources).map((one) => ({ policy: name, ...one })),
      );
      const message = summaryMessage({ asked: Object.fromEntries(ledger.judged), notes: notesOfAll });
      ledger.judged.clear();
      return [{ message }];
    },
  );
}
