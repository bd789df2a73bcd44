import type { Note as NoteData } from "../../policy/protocol/note";
import type { SourcePosition } from "./judged";
import type { Wire, WireObject } from "./wire";

/** The operation on a resource. Without a base to compare with, everything is created. */
export type Operation = "create" | "import" | "read";

/** Names of hooks of a resource. */
export interface ResourceHooks {
  beforeCreate: string[];
  /** They decide whether a failed operation is tried again. */
  onError: string[];
}

/** One resource of a plan, in a form that can be shown: no text of a secret, unknown values marked. */
export interface PlanResource {
  op: Operation;
  urn: string;
  type: string;
  name: string;
  /** False for components, which do not exist in the cloud. */
  custom: boolean;
  /** URN of the parent; undefined for the root stack. */
  parent?: string;
  /** The provider's id of it; unknown ids are left out. */
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
  /** Paths whose change replaces it, if the program set any. */
  replaceOnChanges?: string[];
  /** URN of a resource whose deletion deletes this one too. */
  deletedWith?: string;
  /** Names of the hooks that run before it is made, and when one of its operations fails; undefined where it has neither. */
  hooks?: ResourceHooks;
  /** Position in the program's source, if known. */
  source?: SourcePosition;
}

/** A message of a run to its user. */
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
  /** Path of the property, if known. */
  property?: string;
  /** The found value, in words; set, with the next two fields, if the pack sends findings as data. */
  found?: string;
  /** The allowed values. */
  required?: string;
  /** The fix. */
  fix?: string;
  /** Position of that property, if it is known more exactly than the resource's. */
  source?: SourcePosition;
  /** The whole finding, in a sentence. */
  message: string;
}

/** A message of a pack beside its verdicts: undetermined rules, exemptions. */
export interface Note {
  /** The policy that sends it: `undetermined` or `exemptions` in our own pack. */
  policy: string;
  urn: string;
  /** The whole note, in a sentence. */
  message: string;
  /** The same as data, if the pack sends data. */
  data?: NoteData;
}

/** A rule of a pack, as the pack describes it. */
export interface PolicyRule {
  name: string;
  title: string;
  severity: Violation["severity"];
  /** Level without policy config. */
  level: EnforcementLevel;
  fix: string;
  /** Source of the requirement. */
  source: string;
  /** Controls of frameworks, for example `SOC 2 CC6.1`. */
  tags: readonly string[];
}

/** A pack that judged. */
export interface PolicyPack {
  name: string;
  version: string;
  /** Number of its rules. */
  rules: number;
  /** Its folder, as the user named it. */
  folder: string;
}

/** The verdicts of the policy packs. */
export interface PolicyOutcome {
  packs: PolicyPack[];
  /** Number of rules that were evaluated. */
  rules: number;
  violations: Violation[];
  notes: Note[];
  /** The rules of all packs, each with the number of resources, or stacks, that it was asked about. */
  judged: (PolicyRule & { resources: number })[];
}

/** The result of a preview: all reports read it. */
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

/** A violation of a mandatory rule blocks. */
export function isBlocking({ enforcementLevel }: Violation): boolean {
  return enforcementLevel === "mandatory";
}
