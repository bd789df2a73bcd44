import type { PackPool } from "../engine/pack-pool";
import type { PolicyConfig } from "../engine/policy-config";
import { preview } from "../engine/preview";
import type { StackChange } from "../model/change";
import type { Plan, Violation } from "../model/plan";
import type { Base } from "../sources/revision/base";

/** The base that a head's verdicts are compared with. */
export interface BaseJudging {
  /** The folder that the head is previewed in. */
  projectDir: string;
  base: Base;
  /** The packs that judge the head. */
  packs: readonly string[];
  config?: PolicyConfig;
  packPool: PackPool;
  unknowns: boolean;
  preload: boolean;
}

/**
 * Verdicts on the base, to find out which verdicts are new. The base is judged only if there is something to compare. If the
 * pack itself differs, the base's pack judges the head as well, so that a change can't weaken a rule in order to pass it.
 */
export async function baseVerdicts(stack: string, head: Plan, judging: BaseJudging): Promise<Partial<StackChange>> {
  const { projectDir, base, packs, config, packPool, unknowns, preload } = judging;
  if (packs.length === 0) return {};
  // A plan from a file has its verdicts in it.
  if (base.packsFor === undefined) {
    const plan = await base.planOf(stack);
    return plan === undefined || plan.policy.packs.length > 0
      ? { baseVerdicts: { base: plan?.policy.violations ?? [] } }
      : {};
  }
  const { changed, folders, failure } = await base.packsFor(packs);
  const packChange =
    changed.length === 0 ? {} : { packChange: { files: changed, ...(failure === undefined ? {} : { failure }) } };
  const judged = { policyPacks: folders, policyConfig: config, packPool, unknowns, preload };
  const usesBasePack = changed.length > 0 && folders.length > 0;
  const byBasePack = usesBasePack ? (await preview({ projectDir, stack, ...judged })).policy.violations : [];
  const isClean = byBasePack.length === 0 && head.policy.violations.length === 0;
  if (isClean || folders.length === 0) return { ...packChange, ...(isClean ? { baseVerdicts: { base: [] } } : {}) };
  const before = (await base.judge?.(stack, judged)) ?? [];
  const known = new Set(before.map(keyOf));
  const added = byBasePack.filter((violation) => !known.has(keyOf(violation)));
  return { ...packChange, baseVerdicts: { base: before, ...(usesBasePack ? { byBasePack: added } : {}) } };
}

function keyOf({ policy, urn, message }: Violation): string {
  return JSON.stringify([policy, urn, message]);
}
