import type { Note as NoteData } from "../../policy/protocol/note";
import type { Wire, WireObject } from "../engine/wire";
import type { SourcePosition } from "./judged";

/** What the engine would do with a resource. Without a base to compare with, everything is created. */
export type Operation = "create" | "import" | "read";

/** Names of hooks of a resource. */
export interface ResourceHooks {
  beforeCreate: string[];
  /** They say whether what has failed is tried again. */
  onError: string[];
}

/** One resource of a plan, in a form that can be shown: no text of a secret, unknown values marked. */
export interface PlanResource {
  op: Operation;
  urn: string;
  type: string;
  name: string;
  /** False for components, which have no life of their own in the cloud. */
  custom: boolean;
  /** URN of the parent; undefined for the root stack. */
  parent?: string;
  /** The provider's name of it; unknown ids are left out. */
  id?: string;
  inputs: WireObject;
  outputs: WireObject;
  dependencies: string[];
  propertyDependencies: Record<string, string[]>;
  protect: boolean;
  /** Reference of the provider, `urn::id`; empty for components. */
  provider: string;
  ignoreChanges: string[];
  aliases: string[];
  deleteBeforeReplace?: boolean;
  retainOnDelete?: boolean;
  /** Paths whose change is to replace it, where it has any. */
  replaceOnChanges?: string[];
  /** URN of a resource whose deletion takes this one along. */
  deletedWith?: string;
  /** Names of the hooks that run before it is made, and when one of its operations fails; undefined where it has neither. */
  hooks?: ResourceHooks;
  /** Where the program makes it, where that is known. */
  source?: SourcePosition;
}

/** What somebody should know of a run. */
export interface Diagnostic {
  severity: "debug" | "info" | "warning" | "error";
  message: string;
  urn?: string;
}

/** How hard a policy is enforced. */
export type EnforcementLevel = "advisory" | "mandatory" | "disabled" | "remediate";

/** A policy that a resource, or the stack as a whole, does not satisfy. */
export interface Violation {
  policyPack: string;
  policyPackVersion: string;
  policy: string;
  severity: "low" | "medium" | "high" | "critical" | "unspecified";
  enforcementLevel: EnforcementLevel;
  urn: string;
  /** Path of the property, where it is known. */
  property?: string;
  /** Its value, in words; where the pack tells findings as data, with the two below. */
  found?: string;
  /** What is allowed. */
  required?: string;
  /** How to fix it. */
  fix?: string;
  /** Where that property is written, where that is known better than where its resource is. */
  source?: SourcePosition;
  /** All of it, in a sentence. */
  message: string;
}

/** What a pack tells the reader beside its verdicts: what it could not judge yet, and exemptions. */
export interface Note {
  /** The policy that tells it: `undetermined` or `exemptions` in our own pack. */
  policy: string;
  urn: string;
  /** All of it, in a sentence. */
  message: string;
  /** The same as data, where the pack tells it so. */
  data?: NoteData;
}

/** A rule of a pack, as the pack describes it. */
export interface PolicyRule {
  name: string;
  title: string;
  severity: Violation["severity"];
  /** How hard it is enforced where policy config says nothing. */
  level: EnforcementLevel;
  mend: string;
  /** Where it is said. */
  source: string;
  /** Controls of frameworks, for example `SOC 2 CC6.1`. */
  tags: readonly string[];
}

/** A pack that was asked. */
export interface PolicyPack {
  name: string;
  version: string;
  /** How many rules it has. */
  rules: number;
  /** Its folder, as it was asked for. */
  folder: string;
}

/** What the policy packs said. */
export interface PolicyOutcome {
  packs: PolicyPack[];
  /** How many rules were evaluated. */
  rules: number;
  violations: Violation[];
  notes: Note[];
  /** The rules of all packs, with how many resources, or stacks, each was asked of. */
  judged: (PolicyRule & { resources: number })[];
}

/** What a program would do: what all reports read. */
export interface Plan {
  project: string;
  stack: string;
  /** The stack's config, secrets marked. */
  config: Record<string, string>;
  /** Sorted: parents before children, then by URN; the same for the same program. */
  resources: PlanResource[];
  stackOutputs: Record<string, Wire>;
  diagnostics: Diagnostic[];
  policy: PolicyOutcome;
  /** Whether computed outputs were left unknown. */
  unknowns: boolean;
  durationSeconds: number;
}

/** A mandatory rule that is not satisfied blocks. */
export function isBlocking({ enforcementLevel }: Violation): boolean {
  return enforcementLevel === "mandatory";
}
