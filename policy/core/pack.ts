import { PolicyList } from "./dispatch";
import { notePolicies } from "./notes";
import { policyOf, type Run } from "./policies";
import type { Rule } from "./rule";

/** The rules as policies of Pulumi's own policy server. Two rules of one id are a mistake of the pack's author. */
export function policiesOf(rules: readonly Rule[], run: Run, stack: string): PolicyList {
  const ids = new Set<string>();
  for (const { id } of rules) {
    if (ids.has(id)) throw new Error(`two rules have the id "${id}"`);
    ids.add(id);
  }
  return PolicyList.made(rules, (rule) => policyOf(rule, run), run, notePolicies(run, stack, rules));
}
