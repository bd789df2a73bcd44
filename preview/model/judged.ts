import type { z } from "zod";
import { type Finding, findingSentence } from "../../policy/protocol/finding";
import { exemptionWords } from "../../policy/protocol/note";
import type { Note, PolicyOutcome } from "./plan";
import type { sourcePosition } from "./schema/text";

/** Position of a resource in the source: a file by its path in the project, and the line if it is known. */
export type SourcePosition = z.infer<typeof sourcePosition>;

/** A resource that was judged. */
export interface JudgedResource {
  urn: string;
  type: string;
  name: string;
  /** False for components, which do not exist in the cloud; default true. */
  custom?: boolean;
  source?: SourcePosition;
}

/** The subject of verdicts: a previewed stack, or resources in files. All reports of verdicts read this. */
export interface Judged {
  /** Name of the stack, or of the file. */
  stack: string;
  /** The folder that paths of its files are relative to, if it differs from the report's. */
  base?: string;
  resources: readonly JudgedResource[];
  policy: PolicyOutcome;
}

/** A finding that an exemption accepts. */
export interface UsedExemption extends Finding {
  policy: string;
  urn: string;
  /** Owner, last day, reason and place. */
  words: string;
  /** The finding, in a sentence. */
  message: string;
}

/** Findings that exemptions accept, from the pack's notes. */
export function usedExemptions({ policy }: Judged): UsedExemption[] {
  return policy.notes.flatMap(({ urn, data }) => {
    if (data?.kind !== "exemption" || data.state !== "used") return [];
    const words = exemptionWords(data);
    const of = { policy: data.rule, urn, words };
    return data.findings.map((finding) => ({ ...finding, ...of, message: findingSentence(finding) }));
  });
}

/** Whether a note has findings that an exemption accepts. */
export function isOfUsedExemption({ data }: Note): boolean {
  return data?.kind === "exemption" && data.state === "used";
}
