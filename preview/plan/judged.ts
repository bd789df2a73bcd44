import type { PolicyOutcome } from "./plan";

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

/** An exemption that was used: what a rule found and was let pass, as the pack's note tells it. */
export interface UsedExemption {
  policy: string;
  urn: string;
  /** Owner, last day, reason and place. */
  words: string;
  /** What was found. */
  message: string;
}

/** The exemptions among the notes of a pack, which tells each as `used: rule, … | finding | finding`. */
export function usedExemptions({ policy }: Judged): UsedExemption[] {
  return policy.notes.flatMap(({ urn, message }) => {
    const [, rule, words, findings] = /^used: ([\w-]+), (.*?) \| (.*)$/s.exec(message) ?? [];
    if (rule === undefined || words === undefined || findings === undefined) return [];
    return findings.split(" | ").map((finding) => ({ policy: rule, urn, words, message: finding }));
  });
}
