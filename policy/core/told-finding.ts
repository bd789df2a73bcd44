import type { Finding as Told } from "../protocol/finding";
import type { Finding } from "./finding";
import type { Rule } from "./rule";

/** A finding as it is told: with the rule's own words on how to fix it, where it has none itself. */
export function toldFinding(rule: Rule, { path, found, required, fix }: Finding): Told {
  return { path, found, required, fix: fix ?? rule.fix };
}
