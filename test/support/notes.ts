import type { Finding } from "../../policy/protocol/finding";
import { type ExemptionNote, type Note as NoteData, notePolicyNames, noteSentence } from "../../policy/protocol/note";
import type { Note } from "../../preview/model/plan";

/** A note as a plan has it. */
export function note(urn: string, data: NoteData): Note {
  return { policy: notePolicyNames[data.kind], urn, message: noteSentence(data), data };
}

/** A note of an exemption. */
export function exemption(urn: string, facts: Partial<ExemptionNote> & { rule: string }): Note {
  const usual = { owner: "o", expires: "2027-01-31", reason: "why", place: "f:1", of: urn, findings: [] };
  return note(urn, { kind: "exemption", state: "used", ...usual, ...facts });
}

/** A finding that an exemption let pass. */
export function finding(path: string, found: string, required: string, fix = "Set it."): Finding {
  return { path, found, required, fix };
}
