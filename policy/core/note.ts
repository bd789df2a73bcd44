import type { PolicyResource, ReportViolation, StackValidationPolicy } from "@pulumi/policy";
import { noteTag } from "../protocol/names";
import type { Note as NoteData } from "../protocol/note";

/** A policy that tells the reader something at the end of a run, where it has anything to tell. */
export interface NotePolicy {
  policy: StackValidationPolicy;
  hasWords(): boolean;
}

/** What such a policy is made of. */
interface NoteFacts {
  name: string;
  displayName: string;
  description: string;
  /** Beside the one that says it is a note. */
  tags?: readonly string[];
}

/** Something for the reader at the end of a run. */
export interface Note extends NoteFacts {
  hasWords(): boolean;
  /** What it tells, once: what was noticed until then is forgotten. */
  notes(resources: readonly PolicyResource[]): { note: NoteData; urn?: string }[];
}

/** A message of a note: of a resource, or of the stack. */
interface Message {
  message: string;
  urn?: string;
}

/** A note as a policy. `messages` tells each once: what was noticed until then is forgotten. */
export function notePolicyOf(
  { tags = [], ...facts }: NoteFacts,
  hasWords: () => boolean,
  messages: (resources: readonly PolicyResource[]) => readonly Message[],
): NotePolicy {
  return {
    hasWords,
    policy: {
      ...facts,
      enforcementLevel: "advisory",
      severity: "low",
      tags: [noteTag, ...tags],
      validateStack: ({ resources }, report) => {
        for (const message of messages(resources)) tell(report, message);
      },
    },
  };
}

/**
 * Tells a message as advice, whatever policy config says of all policies (`"all": "mandatory"`), and without the policy's description
 * before it. The policy server takes an object for that (`makeReportViolationFun` in its `server.ts`), which its types leave out.
 */
function tell(report: ReportViolation, message: Message): void {
  Reflect.apply(report, undefined, [{ ...message, enforcementLevel: "advisory" }]);
}
