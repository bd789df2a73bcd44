import type { PolicyResource, StackValidationPolicy } from "@pulumi/policy";
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
        for (const { message, urn } of messages(resources)) report(message, urn);
      },
    },
  };
}
