import { availableParallelism } from "node:os";
import { join } from "node:path";
import { PackPool } from "../../preview/engine/pack-pool";
import { preview } from "../../preview/engine/preview";
import type { Plan } from "../../preview/model/plan";
import { stackNamed } from "./fixture/stacks";
import { inTurn } from "./in-turn";
import { projectDir } from "./project";

/** How a stack is previewed in a test. */
export interface PlanVariant {
  /** Computed outputs stay unknown, as in a real preview. */
  unknowns?: boolean;
  /** Judge the plan by the project's own policy pack. */
  policies?: boolean;
}

/** Config in the place of the stack's own, by key without `isotopo:`; what is undefined is left out. */
export type ConfigChange = Readonly<Record<string, unknown>>;

const plans = new Map<string, Promise<Plan>>();
/** Packs judge one stack after another, as they do in `isotopo preview --all`. */
export const packPool = new PackPool(2 * availableParallelism());
after(() => packPool.close());

/** What has a stack's database reached through a pooler: more instances than it takes connections of. */
export const pooled: ConfigChange = { overrides: { replicas: { maximum: 12 } } };

/** Has the databases, caches and buckets encrypted with keys of one's own. */
export const ownKeys: ConfigChange = { overrides: { customerManagedKeys: true } };

/**
 * The plan of a stack of the fixture or of a shipped one, made once for all tests that need the same. The stack as it is has
 * the verdicts of the project's own pack, so that tests of resources and of rules share one plan; a changed one has none.
 */
export function planOf(
  stack: string,
  { unknowns = false }: Pick<PlanVariant, "unknowns"> = {},
  change?: ConfigChange,
): Promise<Plan> {
  const key = JSON.stringify([stack, unknowns, change]);
  const known = plans.get(key);
  if (known !== undefined) return known;
  const fresh = () => freshPlanOf(stack, { unknowns, policies: true });
  const plan = started(change === undefined ? fresh() : changedPlanOf(stack, change));
  plans.set(key, plan);
  return plan;
}

/** A plan that is made before it is asked for. Who asks hears of a failure; until then it must not end the run. */
export function started(plan: Promise<Plan>): Promise<Plan> {
  plan.catch(() => {});
  return plan;
}

/** The plan of such a stack, made anew. */
export function freshPlanOf(stack: string, { unknowns = false, policies = false }: PlanVariant = {}): Promise<Plan> {
  const policyPacks = policies ? [join(projectDir, "policy")] : [];
  const { programDir, config, secretKeys } = stackNamed(stack);
  return inTurn(() => preview({ projectDir: programDir, stack, config, secretKeys, unknowns, policyPacks, packPool }));
}

/** The plan of such a stack with other config, by another program of the tests where one is given. */
export function changedPlanOf(
  stack: string,
  change: ConfigChange,
  program?: string,
  { clearText = false, policies = false } = {},
): Promise<Plan> {
  const { programDir, config: own, secretKeys } = stackNamed(stack);
  const config: Record<string, string> = { ...own };
  for (const [key, value] of Object.entries(change)) {
    config[`isotopo:${key}`] = typeof value === "string" ? value : JSON.stringify(value);
  }
  const given = ["secrets", "registries"].filter((key) => key in change).map((key) => `isotopo:${key}`);
  const secrets = clearText ? secretKeys : [...secretKeys, ...given];
  const policyPacks = policies ? [join(projectDir, "policy")] : [];
  return inTurn(() =>
    preview({ projectDir: program ?? programDir, stack, config, secretKeys: secrets, policyPacks, packPool }),
  );
}
