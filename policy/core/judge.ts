import type { Context, Neighbour } from "./context";
import type { Finding } from "./finding";
import { checkOf } from "./pod-templates";
import type { Rule } from "./rule";
import type { Terms } from "./setting";
import { names, Stack } from "./stack";
import type { Subject } from "./subject";
import { Trace } from "./trace";
import { View } from "./view";

/** What a rule says of a resource. */
export interface Verdict {
  result: "compliant" | "non-compliant" | "not applicable" | "undetermined";
  findings: readonly Finding[];
  /** Paths of values that it could not see, for they are not known yet; the rest was judged. */
  unknown: readonly string[];
}

/** What a trace has for Pulumi's resource option, which is no property. */
const optionProtect = "(option protect)";

const notApplicable: Verdict = { result: "not applicable", findings: [], unknown: [] };
const alone = new Stack([]);

/** Has a rule judge a resource, beside the others of its stack. Pure. */
export function judge(rule: Rule, subject: Subject, terms: Terms, stack: Stack = alone, trace = new Trace()): Verdict {
  const check = checkOf(rule, subject);
  if (check === undefined) return notApplicable;
  const findings = check(View.of(subject.properties, trace), contextOf(rule, subject, terms, stack, trace));
  const unknown = [...trace.unknown];
  return { result: resultOf(findings, unknown), findings, unknown };
}

function resultOf(findings: readonly Finding[], unknown: readonly string[]): Verdict["result"] {
  if (findings.length > 0) return "non-compliant";
  return unknown.length > 0 ? "undetermined" : "compliant";
}

function contextOf(rule: Rule, subject: Subject, terms: Terms, stack: Stack, trace: Trace): Context {
  const visible = new Set([
    ...(rule.companions ?? []),
    ...(rule.companions === undefined ? [] : Object.keys(rule.checks)),
  ]);
  const ofTypes = (type: string | readonly string[]): Subject[] => {
    const types = typeof type === "string" ? [type] : type;
    const hidden = types.find((one) => !visible.has(one));
    if (hidden !== undefined) throw new Error(`${rule.id} asks for ${hidden}, which is not among its companions`);
    return stack.ofTypes(types);
  };
  const neighbour = <Args>({ name, urn, properties }: Subject): Neighbour<Args> => ({
    name,
    urn,
    properties: View.of(properties, trace.of(name)),
  });
  return {
    profile: terms.profile,
    get: (setting) => terms.get(setting),
    name: subject.name,
    type: subject.type,
    get protect() {
      trace.read(optionProtect);
      return subject.protect;
    },
    companions: <Args>(type: string | readonly string[], property: string) => {
      for (const one of typeof type === "string" ? [type] : type) trace.linked(one, property);
      return ofTypes(type)
        .filter((other) => names(other, property, subject))
        .map((other) => neighbour<Args>(other));
    },
    all: <Args>(type: string | readonly string[]) => ofTypes(type).map((other) => neighbour<Args>(other)),
  };
}
