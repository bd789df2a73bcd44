import type { z } from "zod";
import type { diagnostic, plan, planResource } from "./schema/plan";
import type { enforcementLevel, note, policyOutcome, policyRule, violation } from "./schema/policy";

/** The result of a preview: all reports read it; `schema/plan.ts` has its fields. */
export type Plan = z.infer<typeof plan>;

/** One resource of a plan, in a form that can be shown: no text of a secret, unknown values marked. */
export type PlanResource = z.infer<typeof planResource>;

/** The operation on a resource. Without a base to compare with, everything is created. */
export type Operation = PlanResource["op"];

/** Names of hooks of a resource. */
export type ResourceHooks = NonNullable<PlanResource["hooks"]>;

/** Timeouts of a resource's operations, in seconds. */
export type CustomTimeouts = NonNullable<PlanResource["customTimeouts"]>;

/** A message of a run to its user. */
export type Diagnostic = z.infer<typeof diagnostic>;

/** The verdicts of the policy packs. */
export type PolicyOutcome = z.infer<typeof policyOutcome>;

/** How hard a policy is enforced. */
export type EnforcementLevel = z.infer<typeof enforcementLevel>;

/** A policy that a resource, or the stack as a whole, does not satisfy. */
export type Violation = z.infer<typeof violation>;

/** A message of a pack beside its verdicts: undetermined rules, exemptions. */
export type Note = z.infer<typeof note>;

/** A rule of a pack, as the pack describes it. */
export type PolicyRule = z.infer<typeof policyRule>;

/** A violation of a mandatory rule blocks. */
export function isBlocking({ enforcementLevel }: Violation): boolean {
  return enforcementLevel === "mandatory";
}
