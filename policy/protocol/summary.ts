import { isListOf, isObject, isText, parsed } from "./json";
import { isNote, type Note } from "./note";

/** A note, with the policy that tells it, and the resource that it is about; a note without one is about the stack. */
export interface SentNote {
  policy: string;
  urn?: string;
  note: Note;
}

/** All that a pack tells an engine at the end of a run, beside its findings. */
export interface Summary {
  /** Of how many resources, or stacks, each rule had something to say. */
  asked: Readonly<Record<string, number>>;
  notes: readonly SentNote[];
}

/** A summary as the message of a policy. */
export function summaryMessage(summary: Summary): string {
  return JSON.stringify(summary);
}

/** The summary in such a message; undefined where it holds none. */
export function summaryIn(message: string): Summary | undefined {
  const value = parsed(message);
  if (!isObject(value) || !isObject(value.asked) || !isListOf(value.notes, isSentNote)) return undefined;
  const counts = Object.entries(value.asked).filter((entry): entry is [string, number] => typeof entry[1] === "number");
  return { asked: Object.fromEntries(counts), notes: value.notes };
}

function isSentNote(value: unknown): value is SentNote {
  return (
    isObject(value) && isText(value.policy) && (value.urn === undefined || isText(value.urn)) && isNote(value.note)
  );
}
