import type { Unwrap } from "@pulumi/pulumi";

import type { Finding } from "./finding";
import type { Settings } from "./settings";
import type { View } from "./view";

/** How bad it is where a rule is broken. */
export type Severity = "low" | "medium" | "high" | "critical";

/** Judges the properties of one resource. Pure; never throws. */
export type Check = (properties: View, settings: Settings) => Finding[];

/** A resource among those of a stack. */
export interface StackResource {
  type: string;
  name: string;
  urn: string;
  properties: View;
  /** What its properties were made of: URNs by property. */
  propertyDependencies: Readonly<Record<string, readonly string[]>>;
}

/** A finding of a rule that looks at a stack as a whole, with the resource that it is about. */
export interface StackFinding extends Finding {
  urn: string;
}

/** What a rule says of itself, written once: documentation, lists and reports come from here. */
interface RuleFacts {
  /** Theme and file name: `encryption-at-rest-database` is `rules/encryption-at-rest/database.ts`. */
  id: string;
  /** What holds where it is kept, as a sentence. */
  title: string;
  severity: Severity;
  /** Control numbers by framework. */
  frameworks: Readonly<Record<string, readonly string[]>>;
  /** What goes wrong otherwise. */
  why: string;
  /** What its author has to do. */
  mend: string;
  /** Where this is said. */
  source: string;
  /** What policy config may set of it. */
  settings?: readonly (keyof Settings)[];
}

/** A requirement that one resource can meet by itself. */
export interface ResourceRule extends RuleFacts {
  /** By resource type. */
  checks: Readonly<Record<string, Check>>;
}

/** A requirement that takes several resources, for example a bucket and its policy. */
export interface StackRule extends RuleFacts {
  /** The types it speaks of. */
  covers: readonly string[];
  checkStack(resources: readonly StackResource[], settings: Settings): StackFinding[];
}

export type Rule = ResourceRule | StackRule;

export function isStackRule(rule: Rule): rule is StackRule {
  return "checkStack" in rule;
}

/** A check of resources whose arguments have that type. */
export function check<Args>(judge: (properties: View<Unwrap<Args>>, settings: Settings) => Finding[]): Check {
  return (properties, settings) => judge(properties.as<Unwrap<Args>>(), settings);
}

/** The same check for several types. */
export function forTypes(types: readonly string[], judge: Check): Record<string, Check> {
  return Object.fromEntries(types.map((type) => [type, judge]));
}

/** The types that a rule covers. */
export function typesOf(rule: Rule): readonly string[] {
  return isStackRule(rule) ? rule.covers : Object.keys(rule.checks);
}
