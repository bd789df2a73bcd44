import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { preview } from "../../preview/engine/preview";
import type { Plan } from "../../preview/model/plan";
import { Concept } from "./concept";
import { registryNamed } from "./fixture/stacks";
import { inTurn } from "./in-turn";
import { type ConfigChange, type PlanVariant, packPool } from "./plans";
import { projectDir } from "./project";

/** The program that makes the repositories of an application. */
export const registryDir = join(projectDir, "registry");

/** Its stacks, by name. */
export const registryStacks: readonly string[] = readdirSync(join(registryDir, "stacks"))
  .flatMap((file) => /^Pulumi\.(.+)\.yaml$/.exec(file)?.[1] ?? [])
  .sort();

const plans = new Map<string, Promise<Plan>>();

/**
 * The plan of a registry's stack, with other config where some is given; made once for all tests that need the same. The stack
 * as it is has the verdicts of the project's own pack, a changed one has none.
 */
export function registryPlanOf(
  stack: string,
  change: ConfigChange = {},
  { unknowns = false }: Pick<PlanVariant, "unknowns"> = {},
  program?: string,
): Promise<Plan> {
  const key = JSON.stringify([stack, change, unknowns, program]);
  const known = plans.get(key);
  if (known !== undefined) return known;
  const { programDir, config: own, secretKeys } = registryNamed(stack);
  const config: Record<string, string> = { ...own };
  for (const [name, value] of Object.entries(change)) {
    config[`isotopo:${name}`] = typeof value === "string" ? value : JSON.stringify(value);
  }
  const isChanged = program !== undefined || Object.keys(change).length > 0;
  const policyPacks = isChanged ? [] : [join(projectDir, "policy")];
  const plan = inTurn(() =>
    preview({ projectDir: program ?? programDir, stack, config, secretKeys, unknowns, policyPacks, packPool }),
  );
  plan.catch(() => {});
  plans.set(key, plan);
  return plan;
}

/** The registry of a stack's plan, with what it is made of. */
export async function registryOf(stack: string, change: ConfigChange = {}): Promise<Concept> {
  const plan = await registryPlanOf(stack, change);
  const component = plan.resources.find(({ custom, type }) => !custom && type.endsWith(":Registry"));
  assert.ok(component !== undefined, `${stack} has no registry`);
  return new Concept(plan, component);
}
