import assert from "node:assert/strict";
import { join } from "node:path";
import type { TargetName } from "../../../components/targets";
import { preview } from "../../../preview/engine/preview";
import type { PlanResource } from "../../../preview/model/plan";
import { isDefaultProvider, rootStackType } from "../../../preview/model/urn";
import { stackNamed } from "../../support/fixture/stacks";
import { projectDir } from "../../support/project";
import { shipped } from "../../support/shipped";
import { clusterConfig } from "../cluster/cluster";
import { suiteEngine } from "../support/engine-bin";
import { buildPlugins, pluginsBesideKubernetes } from "../support/plugins";
import { EngineStack } from "../support/stack";
import { count } from "../support/tally";
import { realPlan, type Said, said } from "./real-plan";

/** The folder of plugins of a target, and what else Pulumi needs to preview on it; undefined where that is not here. */
const places: Readonly<Record<TargetName, () => Place | undefined>> = {
  aws: () => ({ plugins: buildPlugins, env: {} }),
  gcp: () => ({ plugins: buildPlugins, env: {} }),
  azure: () => ({ plugins: buildPlugins, env: {} }),
  // Pulumi's own provider, which asks the API server what each object would be.
  kubernetes: () => {
    const kubeconfig = clusterConfig();
    return kubeconfig === undefined ? undefined : { plugins: pluginsBesideKubernetes, env: { KUBECONFIG: kubeconfig } };
  },
};

interface Place {
  plugins: () => Promise<string>;
  env: Readonly<Record<string, string>>;
}

/** Holds the offline plan of every shipped stack of a target against that of Pulumi's own engine, resource by resource. */
export function describeSamePlans(target: TargetName): void {
  describe(`plans of ${target} by both engines`, () => {
    const bin = suiteEngine();
    if (bin === undefined) return;
    const place = places[target]();
    if (place === undefined) {
      it("needs a cluster that is for tests alone: ISOTOPO_CLUSTER");
      return;
    }
    for (const { stack } of shipped.filter(({ cloud }) => cloud === target)) {
      it(`${stack}: the same URNs, parents, inputs, dependencies, providers and protections`, async () => {
        const real = await realPlanOf(bin, stack, place);
        const offline = await offlinePlanOf(stack);
        count({ plans: 1, resources: offline.size });
        assert.deepEqual([...offline.keys()].sort(), [...real.keys()].sort());
        for (const [urn, found] of offline) assert.deepEqual(found, real.get(urn), urn);
        assert.ok(real.size > 20, `${real.size} resources`);
      });
    }
  });
}

async function realPlanOf(bin: string, name: string, { plugins, env }: Place): Promise<ReadonlyMap<string, Said>> {
  const { config } = stackNamed(name);
  const programDir = join(projectDir, "infra");
  const stack = await EngineStack.create({ bin, plugins: await plugins(), name, programDir, config });
  Object.assign(stack.env, env);
  try {
    const { code, stdout, output } = await stack.preview("--json");
    assert.equal(code, 0, output);
    return realPlan(stdout);
  } finally {
    stack.remove();
  }
}

async function offlinePlanOf(stack: string): Promise<ReadonlyMap<string, Said>> {
  const { resources } = await preview({ projectDir, stack, unknowns: true });
  return saidOf(resources);
}

/** What the offline engine says of resources, by URN; default providers and the stack are left out. */
export function saidOf(resources: readonly PlanResource[]): ReadonlyMap<string, Said> {
  return new Map(
    resources
      .filter(({ type, urn }) => type !== rootStackType && !isDefaultProvider(urn))
      .map((found) => [found.urn, saidOfOne(found)]),
  );
}

function saidOfOne(resource: PlanResource): Said {
  const { type, custom, parent = "", inputs, dependencies, propertyDependencies, protect, provider } = resource;
  const retainOnDelete = resource.retainOnDelete ?? false;
  return said({ type, custom, parent, inputs, dependencies, propertyDependencies, protect, provider, retainOnDelete });
}
