import type { Unwrap } from "@pulumi/pulumi";
import type { Profile } from "../protocol/profile";
import type { Context } from "./context";
import type { Finding } from "./finding";
import type { Framework } from "./frameworks";
import type { Remedies } from "./remedy";
import type { Setting } from "./setting";
import type { View } from "./view";

/** How bad it is where a rule is broken. */
export type Severity = "low" | "medium" | "high" | "critical";

/** How hard a rule is enforced: as CrossGuard's levels, without remediation, which only policy config turns on. */
export type Level = "mandatory" | "advisory" | "disabled";

/** Judges the properties of one resource. Pure; never throws. */
export type Check = (properties: View, context: Context) => Finding[];

/** A requirement. What it says of itself is written once: documentation, lists and reports come from here. */
export interface Rule {
  /** Theme and file name: `encryption-at-rest-database` is `rules/encryption-at-rest/database.ts`. */
  id: string;
  /** What holds where it is kept, as a sentence. */
  title: string;
  severity: Severity;
  /** Control numbers by framework, each one of `frameworks/controls.json`. */
  frameworks: Readonly<Partial<Record<Framework, readonly string[]>>>;
  /** What goes wrong otherwise, as a sentence. */
  why: string;
  /** What its author has to do, as a sentence. */
  fix: string;
  /** Where this is said. */
  source: string;
  /**
   * What is able to break it: by type, every property that it judges by, `[]` for any element of a list and `*` for any key.
   * Without properties, it breaks by being there. What is not among these it does not see. Written down so that a reader
   * can tell what is missing; that it is what the checks read is tested, and `tools/policies/write-breaks-by.ts` writes it.
   */
  breaksBy: Readonly<Record<string, readonly string[]>>;
  /** What policy config may set of it. */
  settings?: readonly Setting<unknown>[];
  /** How hard it is enforced, where that is not what its severity says (`levels.ts`). */
  levels?: Readonly<Partial<Record<Profile, Level>>>;
  /**
   * Other resources that a resource is judged together with, for example the versioning of a bucket. A rule that names
   * some judges the stack as a whole, after its resources; any other judges each resource by itself.
   */
  companions?: readonly string[];
  /** By resource type, by its canonical name (`policy/protocol/canonical-type.ts`). */
  checks: Readonly<Record<string, Check>>;
  /** What policy config may have put right by itself (level "remediate"), by resource type. */
  remedies?: Remedies;
}

/** Whether a rule looks at a stack as a whole. */
export function isOfStack({ companions = [] }: Rule): boolean {
  return companions.length > 0;
}

/** A check of resources whose arguments have that type. */
export function check<Args>(judge: (properties: View<Unwrap<Args>>, context: Context) => Finding[]): Check {
  return (properties, context) => judge(properties.as<Unwrap<Args>>(), context);
}

/** The same check for several types. */
export function forTypes(types: readonly string[], judge: Check): Record<string, Check> {
  return Object.fromEntries(types.map((type) => [type, judge]));
}

/** For `breaksBy`: the same properties of several types. */
export function alike(types: readonly string[], properties: readonly string[]): Record<string, readonly string[]> {
  return Object.fromEntries(types.map((type) => [type, properties]));
}

/** The types that a rule has something to say of, its companions not among them. */
export function typesOf({ checks }: Rule): readonly string[] {
  return Object.keys(checks);
}
