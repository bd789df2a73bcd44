import type { Wire } from "../engine/wire";
import type { SourcePosition } from "../plan/judged";
import type { Diagnostic, PolicyOutcome, Violation } from "../plan/plan";

/**
 * What an update would do with a resource. `may replace` is a changed property of a type whose replace-forcing properties
 * nobody has looked up: it may be an update, and it may be a replacement.
 */
export const actions = ["create", "import", "update", "may replace", "replace", "delete", "unchanged"] as const;
export type Action = (typeof actions)[number];

/** One property that differs, or of which nobody can tell. */
export interface PropertyChange {
  /** Path of the property, as policies write it: `settings.tier`, `containerDefinitions[0].image`, also into JSON text. */
  path: string;
  /** `not comparable`: a secret, or a value that is not known yet, on either side; never taken for equal. */
  kind: "added" | "removed" | "changed" | "not comparable";
  /** The value before, without the text of a secret; undefined where there was none. */
  before?: Wire;
  /** The value after, likewise. */
  after?: Wire;
  /** Why it can't be compared, in words. */
  reason?: string;
  /** Whether this change alone has the resource replaced. */
  forces: "replace" | "may replace" | "nothing";
}

/** What happens to one resource. */
export interface ResourceChange {
  action: Action;
  urn: string;
  /** The URN in the base, where an alias says that it was another one. */
  renamedFrom?: string;
  type: string;
  name: string;
  /** False for components, which have no life of their own in the cloud. */
  custom: boolean;
  /** URN of the parent; undefined for the root stack. */
  parent?: string;
  /** URNs of what it is made of. */
  dependencies: readonly string[];
  /** What differs, by path; of what is created, every input as `added`; of what is deleted, every input as `removed`. */
  properties: readonly PropertyChange[];
  /** Why it is replaced or deleted, in words: `dbName forces a replacement`, `it is no longer in the program`. */
  causes: readonly string[];
  /** What would be lost, in words, where something that holds data is deleted or replaced: `the database and its rows`. */
  dataLoss?: string;
  /** Whether Pulumi refuses to delete it (the resource option `protect`, as it stands in the base). */
  protected: boolean;
  /** Whether Pulumi forgets it and leaves it in the cloud (the resource option `retainOnDelete`, as it stands in the base). */
  retained: boolean;
  /** Where the program makes it, where that is known. */
  source?: SourcePosition;
}

/** What a month costs, where somebody has told. */
export interface MonthlyCost {
  before?: number;
  after: number;
  /** ISO 4217. */
  currency: string;
}

/** What the policies of the base say: it tells which verdicts are new. */
export interface BaseVerdicts {
  /** What the base's own policies said of the base. */
  base: readonly Violation[];
  /** Where the policy pack itself is another one in the base: what that one says of the head, and did not say of the base. */
  byBasePack?: readonly Violation[];
}

/** That the policy pack itself is another one than in the base. */
export interface PackChange {
  /** Files of it that differ, by their paths from the repository's top. */
  files: readonly string[];
  /** Why the base's pack could not be asked, where it could not. */
  failure?: string;
}

/** What an update of one stack would do: what the comment and the HTML report read. Plain data, as it travels in JSON. */
export interface StackChange {
  project: string;
  stack: string;
  /** Which engine saw it: ours, which asks no cloud, or Pulumi's own, which compares with the stack's state. */
  engine: "offline" | "pulumi";
  /** What it was compared with: `main (1a2b3c4)`, `plan.json`, `the state of the stack`; undefined where with nothing. */
  base?: string;
  /** Whether computed outputs were left unknown. */
  unknowns: boolean;
  /** All resources, what does not change among them: parents before children; what is deleted stands where it stood. */
  changes: readonly ResourceChange[];
  /**
   * Resources that are counted and not listed, as Pulumi's digest leaves out what stays the same; below zero where that many of those
   * that are listed as unchanged are counted otherwise.
   */
  unlisted?: Partial<Record<Action, number>>;
  /** How many secrets were not compared, as the base is a file that shows none of them; undefined where all were. */
  secretsNotCompared?: number;
  /** What differs in the outputs of the stack, which others may read; undefined where nothing does. */
  outputs?: readonly PropertyChange[];
  policy: PolicyOutcome;
  /** Undefined where the base was not judged: then nobody can say which verdicts are new. */
  baseVerdicts?: BaseVerdicts;
  /** Undefined where the packs are those of the base, or where they were not asked. */
  packChange?: PackChange;
  diagnostics: readonly Diagnostic[];
  monthlyCost?: MonthlyCost;
  durationSeconds: number;
  /** Whether it was read from a file: then the code that was previewed may have written it, or the policies that judged it. */
  fromFile?: boolean;
}
