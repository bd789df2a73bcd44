import { type Finding, findingSentence, withTexts } from "../../policy/protocol/finding";
import { noteSentence, noteWithTexts } from "../../policy/protocol/note";
import type { Note, PolicyOutcome, Violation } from "./plan";

type Change = (text: string) => string;
type Sortable = Pick<Note, "urn" | "policy" | "message">;

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

/** What policies said with each text changed, by the URN that it is about; in a fixed order, whatever the order of the answers. */
export function outcomeWithTexts(outcome: PolicyOutcome, changeOf: (urn: string) => Change): PolicyOutcome {
  return {
    ...outcome,
    violations: outcome.violations.map((one) => violationWithTexts(one, changeOf(one.urn))).sort(byUrnAndPolicy),
    notes: outcome.notes.map((one) => noteWithMessage(one, changeOf(one.urn))).sort(byUrnAndPolicy),
  };
}

function byUrnAndPolicy(a: Sortable, b: Sortable): number {
  return byCodeUnits(a.urn, b.urn) || byCodeUnits(a.policy, b.policy) || byCodeUnits(a.message, b.message);
}

/** A comparison that is the same on every machine and in every language. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
