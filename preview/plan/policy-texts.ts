import { type Finding, findingSentence, withTexts } from "../../policy/protocol/finding";
import { noteSentence, noteWithTexts } from "../../policy/protocol/note";
import type { Note, Violation } from "./plan";

type Change = (text: string) => string;

/** A violation's finding as data; undefined if its pack sends only sentences. */
export function findingOf({ property, found, required, fix }: Violation): Finding | undefined {
  if (property === undefined || found === undefined || required === undefined || fix === undefined) return undefined;
  return { path: property, found, required, fix };
}

/** A violation's fields for a finding. */
export function ofFinding(finding: Finding): Pick<Violation, "property" | "found" | "required" | "fix" | "message"> {
  const { path: property, found, required, fix } = finding;
  return { property, found, required, fix, message: findingSentence(finding) };
}

/** A violation with each of its texts changed, such as one without secrets. */
export function violationWithTexts(violation: Violation, change: Change): Violation {
  const finding = findingOf(violation);
  if (finding === undefined) return { ...violation, message: change(violation.message) };
  const fields = ofFinding(withTexts(finding, change));
  // A secret may begin in one field and end in the next.
  return { ...violation, ...fields, message: change(fields.message) };
}

/** A note with each of its texts changed. */
export function noteWithMessage(note: Note, change: Change): Note {
  if (note.data === undefined) return { ...note, message: change(note.message) };
  const data = noteWithTexts(note.data, change);
  return { ...note, data, message: change(noteSentence(data)) };
}
