import type { Profile } from "../protocol/profile";
import type { Level, Rule } from "./rule";

/** A level of the Pod Security Standards. Restricted includes baseline. */
export type PodSecurityLevel = "baseline" | "restricted";

/** The level whose control a rule is, by the controls that it names; undefined where it is none of these. */
export function podSecurityLevelOf({ frameworks }: Pick<Rule, "frameworks">): PodSecurityLevel | undefined {
  const [control] = frameworks["Pod Security Standards"] ?? [];
  if (control === undefined) return undefined;
  return control.startsWith("baseline: ") ? "baseline" : "restricted";
}

/**
 * How hard a rule is enforced where policy config says nothing: what production needs is mandatory there and in staging; in
 * dev only what endangers data or hosts is. Baseline is mandatory everywhere: what breaks it is a known way to the node.
 */
export function levelOf(rule: Rule, profile: Profile): Level {
  const { severity, levels } = rule;
  const own = levels?.[profile];
  if (own !== undefined) return own;
  if (profile !== "dev" || podSecurityLevelOf(rule) === "baseline") return "mandatory";
  return severity === "high" || severity === "critical" ? "mandatory" : "advisory";
}
