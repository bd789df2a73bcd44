import { type Finding, findingSentence, isFinding, withTexts } from "./finding";
import { isListOf, isObject, isText } from "./json";

/** The profile that a stack was judged by. */
export interface ProfileNote {
  kind: "profile";
  profile: string;
  reason: string;
}

/** What rules could not see of a resource, as only the cloud knows it. */
export interface UndeterminedNote {
  kind: "undetermined";
  rules: { rule: string; paths: string[] }[];
}

/** An exemption that let something pass, that has expired, or that nothing matched. */
export interface ExemptionNote {
  kind: "exemption";
  state: "used" | "expired" | "unmatched";
  rule: string;
  owner: string;
  /** The last day it holds, as `2027-01-31`, in UTC. */
  expires: string;
  reason: string;
  /** Where it is written: `exemptions.yaml:4`. */
  place: string;
  /** What it names: a resource, and what of it. */
  of: string;
  /** What it let pass. */
  findings: Finding[];
}

/** Types of resources that no rule is about. */
export interface UnjudgedNote {
  kind: "unjudged";
  types: { type: string; resources: number }[];
  /** How many resources there are at all. */
  resources: number;
  /** The providers that rules are about. */
  providers: string[];
}

/** What a pack tells the reader beside its verdicts. */
export type Note = ProfileNote | UndeterminedNote | ExemptionNote | UnjudgedNote;

/** The policy that tells the notes of a kind. */
export const notePolicyNames = {
  profile: "profile",
  undetermined: "undetermined",
  exemption: "exemptions",
  unjudged: "unjudged",
} as const satisfies { readonly [K in Note["kind"]]: string };

/** A note as a sentence: for Pulumi's own command line, and where a report has one line for it. */
export function noteSentence(note: Note): string {
  switch (note.kind) {
    case "profile":
      return `judged as ${note.profile}: ${note.reason}`;
    case "undetermined":
      return `not known before the update: ${note.rules.map(({ rule, paths }) => `${rule} (${paths.join(", ")})`).join("; ")}`;
    case "exemption":
      return exemptionSentence(note);
    case "unjudged": {
      const { types, resources, providers } = note;
      const count = types.reduce((sum, one) => sum + one.resources, 0);
      const list = types.map((one) => `${one.type} (${one.resources})`).join(", ");
      return `no rule is about ${count} of ${resources} resources: ${list}; rules are about ${providers.join(", ")}`;
    }
  }
}

/** An exemption in words: its owner, its last day, the reason and where it is written. */
export function exemptionWords({ owner, expires, reason, place }: ExemptionNote): string {
  return `owner ${owner}, expires ${expires}: ${reason} [${place}]`;
}

function exemptionSentence(note: ExemptionNote): string {
  const { state, rule, of, findings } = note;
  const what = state === "unmatched" ? [`nothing that ${rule} finds is at ${of}`] : findings.map(findingSentence);
  return [`${state}: ${rule}, ${exemptionWords(note)}`, ...what].join(" | ");
}

/** The note with each of its texts changed, such as one without secrets. Names of rules, types and providers stay. */
export function noteWithTexts(note: Note, change: (text: string) => string): Note {
  switch (note.kind) {
    case "profile":
      return { ...note, reason: change(note.reason) };
    case "undetermined":
      return { ...note, rules: note.rules.map(({ rule, paths }) => ({ rule, paths: paths.map(change) })) };
    case "exemption":
      return {
        ...note,
        owner: change(note.owner),
        reason: change(note.reason),
        place: change(note.place),
        of: change(note.of),
        findings: note.findings.map((finding) => withTexts(finding, change)),
      };
    case "unjudged":
      return note;
  }
}

/** Whether a value is a note. */
export function isNote(value: unknown): value is Note {
  if (!isObject(value)) return false;
  switch (value.kind) {
    case "profile":
      return isText(value.profile) && isText(value.reason);
    case "undetermined":
      return isListOf(value.rules, isRule);
    case "exemption": {
      const { state, rule, owner, expires, reason, place, of, findings } = value;
      const texts = [rule, owner, expires, reason, place, of];
      return isState(state) && texts.every(isText) && isListOf(findings, isFinding);
    }
    case "unjudged":
      return isListOf(value.types, isType) && typeof value.resources === "number" && isListOf(value.providers, isText);
    default:
      return false;
  }
}

function isState(value: unknown): value is ExemptionNote["state"] {
  return value === "used" || value === "expired" || value === "unmatched";
}

function isRule(value: unknown): value is UndeterminedNote["rules"][number] {
  return isObject(value) && isText(value.rule) && isListOf(value.paths, isText);
}

function isType(value: unknown): value is UnjudgedNote["types"][number] {
  return isObject(value) && isText(value.type) && typeof value.resources === "number";
}
