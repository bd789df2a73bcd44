import type { Finding as FindingData } from "../protocol/finding";
import type { Finding } from "./finding";
import type { Rule } from "./rule";

/** A finding for the reader: with the rule's own fix if it has none itself. */
export function findingData(rule: Rule, { path, found, required, fix }: Finding): FindingData {
  return { path, found, required, fix: fix ?? rule.fix };
}
