import type { Profile } from "./profile";
import type { Level, Rule } from "./rule";

/**
 * How hard a rule is enforced where policy config says nothing: what production needs is mandatory there and in staging;
 * in dev only what endangers data or hosts is.
 */
export function levelOf({ severity, levels }: Rule, profile: Profile): Level {
  const own = levels?.[profile];
  if (own !== undefined) return own;
  if (profile !== "dev") return "mandatory";
  return severity === "high" || severity === "critical" ? "mandatory" : "advisory";
}
