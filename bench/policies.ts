import { join } from "node:path";
import type { AnalyzedResource } from "../preview/engine/analyzer-requests";
import { hostPack } from "../preview/engine/pack-host";
import { preview } from "../preview/engine/preview";
import { projectDir } from "./measure";

/** What judging costs, in seconds: the pack's start, and so many resources by all rules, the stack as a whole included. */
export interface PolicyCost {
  start: number;
  judging: ReadonlyMap<number, number>;
}

/** Resources of real stacks, repeated, are judged as often; the fastest of several runs counts. */
export async function policyCost(counts: readonly number[], runs: number): Promise<PolicyCost> {
  const resources = await resourcesOfStacks();
  const started = performance.now();
  const { server, stop } = await hostPack(join(projectDir, "policy"), {
    organization: "organization",
    project: "shop",
    stack: "shop-prod",
    config: {},
  });
  const start = (performance.now() - started) / 1000;
  try {
    const judging = new Map<number, number>();
    for (const count of counts) {
      const list = Array.from({ length: count }, (_, i) => numbered(resources[i % resources.length], i));
      let best = Number.POSITIVE_INFINITY;
      for (let run = 0; run < runs; run += 1) {
        const before = performance.now();
        for (let i = 0; i < list.length; i += 64) {
          await Promise.all(list.slice(i, i + 64).map((resource) => server.analyze(resource)));
        }
        await server.analyzeStack(list, "stack");
        best = Math.min(best, (performance.now() - before) / 1000);
      }
      judging.set(count, best);
    }
    return { start, judging };
  } finally {
    stop();
  }
}

async function resourcesOfStacks(): Promise<AnalyzedResource[]> {
  const stacks = ["aws", "gcp", "azure", "kubernetes"].map((cloud) => `neosale-${cloud}-prod`);
  const plans: AnalyzedResource[] = [];
  for (const stack of stacks) {
    const plan = await preview({ projectDir, stack, policyPacks: [] });
    plans.push(...plan.resources.map(({ type, name, urn, inputs: properties }) => ({ type, name, urn, properties })));
  }
  return plans;
}

function numbered(resource: AnalyzedResource | undefined, i: number): AnalyzedResource {
  if (resource === undefined) throw new Error("the stacks have no resources");
  return { ...resource, name: `${resource.name}-${i}`, urn: `${resource.urn}-${i}` };
}
