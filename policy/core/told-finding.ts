import type { Finding as Told } from "../protocol/finding";
import type { Finding } from "./finding";
import type { Rule } from "./rule";

/** A finding for the reader: with the rule's own fix if it has none itself. */
export function toldFinding(rule: Rule, { path, found, required, fix }: Finding): Told {
  return { path, found, required, fix: fix ?? rule.fix };
}
