import type { PolicyResource, StackValidationPolicy } from "@pulumi/policy";

/** A policy with this tag judges nothing: what it reports is for the reader, and never blocks. */
const noteTag = "isotopo:note";

/** What a note tells: of a resource, or of the stack. */
export interface Told {
  message: string;
  urn?: string;
}

/** Something that the reader is told at the end of a run. */
export interface Note {
  name: string;
  displayName: string;
  description: string;
  /** Beside the one that says it is a note. */
  tags?: readonly string[];
  hasWords(): boolean;
  /** What it tells, once: what was noticed until then is forgotten. */
  told(resources: readonly PolicyResource[]): Told[];
}

/** A policy that tells the reader something at the end of a run, where it has anything to tell. */
export interface NotePolicy {
  policy: StackValidationPolicy;
  hasWords(): boolean;
}

/** A note, as a policy. */
export function notePolicyOf({ name, displayName, description, tags = [], hasWords, told }: Note): NotePolicy {
  return {
    hasWords,
    policy: {
      ...{ name, displayName, description, tags: [noteTag, ...tags] },
      ...{ enforcementLevel: "advisory", severity: "low" },
      validateStack: ({ resources }, report) => {
        for (const { message, urn } of told(resources)) report(message, urn);
      },
    },
  };
}
