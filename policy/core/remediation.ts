import type { ResourceRemediation } from "@pulumi/policy";
import { canonicalType } from "../protocol/canonical-type";
import { judge } from "./judge";
import type { RemedyValue } from "./remedy";
import type { Rule } from "./rule";
import type { Terms } from "./setting";
import { subjectOf } from "./subject";

/**
 * Puts right what a rule finds and has a remedy for. Off unless policy config sets the rule's level to "remediate". What is
 * found elsewhere in the resource stays as it is, and is reported.
 */
export function remediesOf(
  rule: Rule,
  termsOf: (config: () => Record<string, unknown>) => Terms,
): ResourceRemediation | undefined {
  const { remedies } = rule;
  if (remedies === undefined) return undefined;
  return ({ type, name, urn, props, opts, getConfig, notApplicable }) => {
    const own = remedies[canonicalType(type)];
    if (own === undefined) return notApplicable(`${rule.id} has no remedy for ${type}`);
    const subject = subjectOf({ type, name, urn, properties: props, protect: opts.protect });
    const terms = termsOf(getConfig);
    const { findings } = judge(rule, subject, terms);
    const remedy = typeof own === "function" ? own(terms) : own;
    const values = findings.flatMap(({ path }): [string, RemedyValue][] => {
      const value = Object.hasOwn(remedy, path) ? remedy[path] : undefined;
      return value === undefined ? [] : [[path, value]];
    });
    if (values.length === 0) return undefined;
    for (const [path, value] of values) put(props, path.split("."), value);
    return props;
  };
}

/** Sets a member, with the objects around it where they are missing. */
function put(target: object, [key = "", ...rest]: readonly string[], value: RemedyValue): void {
  if (rest.length === 0) {
    Reflect.set(target, key, value);
    return;
  }
  const inner: unknown = Reflect.get(target, key);
  if (typeof inner === "object" && inner !== null) put(inner, rest, value);
  else {
    const made = {};
    put(made, rest, value);
    Reflect.set(target, key, made);
  }
}
