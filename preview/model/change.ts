import type { SourcePosition } from "./judged";
import type { Diagnostic, PolicyOutcome, Violation } from "./plan";
import type { Wire } from "./wire";

/**
 * The actions of an update on a resource. `may replace`: a property changes, and it is unknown which properties of this type
 * force a replacement, so it may be an update or a replacement.
 */
export const actions = ["create", "import", "update", "may replace", "replace", "delete", "unchanged"] as const;
export type Action = (typeof actions)[number];

/** One property that differs, or can't be compared. */
export interface PropertyChange {
  /** Path of the property in the notation of policies: `settings.tier`, `containerDefinitions[0].image`, also into JSON text. */
  path: string;
  /** `not comparable`: a secret, or a value that is not known yet, on either side; never treated as equal. */
  kind: "added" | "removed" | "changed" | "not comparable";
  /** The value before, without the text of a secret; undefined if there was none. */
  before?: Wire;
  /** The value after, likewise. */
  after?: Wire;
  /** Why it can't be compared, in words. */
  reason?: string;
  /** Whether this change alone replaces the resource. */
  forces: "replace" | "may replace" | "nothing";
}

/** The change of one resource. */
export interface ResourceChange {
  action: Action;
  urn: string;
  /** The URN in the base, if an alias gives another one. */
  renamedFrom?: string;
  type: string;
  name: string;
  /** False for components, which do not exist in the cloud. */
  custom: boolean;
  /** URN of the parent; undefined for the root stack. */
  parent?: string;
  /** URNs of the resources that it is made of. */
  dependencies: readonly string[];
  /** Properties that differ, by path; of a created resource every input as `added`, of a deleted one every input as `removed`. */
  properties: readonly PropertyChange[];
  /** Why it is replaced or deleted, in words: `dbName forces a replacement`, `it is no longer in the program`. */
  causes: readonly string[];
  /** The data that would be lost if it is deleted or replaced, in words: `the database and its rows`. */
  dataLoss?: string;
  /** Whether Pulumi refuses to delete it (the resource option `protect`, as set in the base). */
  protected: boolean;
  /** Whether Pulumi forgets it and leaves it in the cloud (the resource option `retainOnDelete`, as set in the base). */
  retained: boolean;
  /** Position in the program's source, if known. */
  source?: SourcePosition;
}

/** Monthly cost, if it was given. */
export interface MonthlyCost {
  before?: number;
  after: number;
  /** ISO 4217. */
  currency: string;
}

/** Verdicts of the base: they show which verdicts are new. */
export interface BaseVerdicts {
  /** Verdicts of the base's own policies on the base. */
  base: readonly Violation[];
  /** If the policy pack differs in the base: that pack's verdicts on the head that it did not have on the base. */
  byBasePack?: readonly Violation[];
}

/** A policy pack that differs from the base's. */
export interface PackChange {
  /** Its files that differ, by their paths from the repository's top. */
  files: readonly string[];
  /** Why the base's pack could not judge, if it could not. */
  failure?: string;
}

/** The effect of an update on one stack, as the comment and the HTML report read it. Plain data, as it travels in JSON. */
export interface StackChange {
  project: string;
  stack: string;
  /** The engine that made the preview: ours, which asks no cloud, or Pulumi's own, which compares with the stack's state. */
  engine: "offline" | "pulumi";
  /** The base of the comparison: `main (1a2b3c4)`, `plan.json`, `the state of the stack`; undefined if there is none. */
  base?: string;
  /** Whether computed outputs were left unknown. */
  unknowns: boolean;
  /** All resources, unchanged ones too: parents before children; a deleted one has its old place. */
  changes: readonly ResourceChange[];
  /**
   * Resources that are counted and not listed, as Pulumi's digest leaves out unchanged ones. Negative if that many of the
   * resources listed as unchanged are counted as something else.
   */
  unlisted?: Partial<Record<Action, number>>;
  /** Number of secrets that were not compared, as the base is a file that shows none of them; undefined if all were. */
  secretsNotCompared?: number;
  /** Outputs of the stack that differ, which other stacks may read; undefined if none does. */
  outputs?: readonly PropertyChange[];
  policy: PolicyOutcome;
  /** Undefined if the base was not judged: then it is unknown which verdicts are new. */
  baseVerdicts?: BaseVerdicts;
  /** Undefined if the packs are the base's, or did not run. */
  packChange?: PackChange;
  diagnostics: readonly Diagnostic[];
  monthlyCost?: MonthlyCost;
  durationSeconds: number;
  /** Whether it was read from a file: the previewed code, or the policies that judged it, may have written that file. */
  fromFile?: boolean;
}
