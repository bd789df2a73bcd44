import type { Plan } from "../../preview/plan/plan";
import { preview } from "../../preview/engine/preview";
import { join } from "node:path";
import { projectDir } from "./project";

/** How a stack is previewed in a test. */
export interface PlanVariant {
  /** Computed outputs stay unknown, as in a real preview. */
  unknowns?: boolean;
  /** Judge the plan by the project's own policy pack. */
  policies?: boolean;
}

const plans = new Map<string, Promise<Plan>>();

/** The plan of a shipped stack, made once for all tests that ask for the same. */
export function planOf(stack: string, variant: PlanVariant = {}): Promise<Plan> {
  const key = JSON.stringify([stack, variant.unknowns ?? false, variant.policies ?? false]);
  const known = plans.get(key);
  if (known !== undefined) return known;
  const plan = freshPlanOf(stack, variant);
  plans.set(key, plan);
  return plan;
}

/** The plan of a shipped stack, made anew. */
export function freshPlanOf(stack: string, { unknowns = false, policies = false }: PlanVariant = {}): Promise<Plan> {
  return preview({ projectDir, stack, unknowns, policyPacks: policies ? [join(projectDir, "policy")] : [] });
}
