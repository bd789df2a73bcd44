import { type Finding, findingSentence } from "../../policy/protocol/finding";
import { exemptionWords } from "../../policy/protocol/note";
import type { Note, PolicyOutcome } from "./plan";

/** Where a resource is written: a file by its path in the project, and a line where it is known. */
export interface SourcePosition {
  file: string;
  line?: number;
}

/** A resource that policies were asked of. */
export interface JudgedResource {
  urn: string;
  type: string;
  name: string;
  /** False for components, which have no life of their own in the cloud; true where it is left out. */
  custom?: boolean;
  source?: SourcePosition;
}

/** What policies were asked of: a previewed stack, or what a file holds. All reports of verdicts read this. */
export interface Judged {
  /** Name of the stack, or of what was read. */
  stack: string;
  /** The folder that paths of its files are relative to, where it is another than that of the report. */
  base?: string;
  resources: readonly JudgedResource[];
  policy: PolicyOutcome;
}

/** A finding that an exemption let pass. */
export interface UsedExemption extends Finding {
  policy: string;
  urn: string;
  /** Owner, last day, reason and place. */
  words: string;
  /** What was found, in a sentence. */
  message: string;
}

/** What exemptions let pass, as the pack's notes tell it. */
export function usedExemptions({ policy }: Judged): UsedExemption[] {
  return policy.notes.flatMap(({ urn, data }) => {
    if (data?.kind !== "exemption" || data.state !== "used") return [];
    const words = exemptionWords(data);
    const of = { policy: data.rule, urn, words };
    return data.findings.map((finding) => ({ ...finding, ...of, message: findingSentence(finding) }));
  });
}

/** Whether a note tells of findings that an exemption let pass. */
export function tellsUsed({ data }: Note): boolean {
  return data?.kind === "exemption" && data.state === "used";
}
