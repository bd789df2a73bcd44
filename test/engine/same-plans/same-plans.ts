import assert from "node:assert/strict";
import { join } from "node:path";
import type { TargetName } from "../../../components/targets";
import { preview } from "../../../preview/engine/preview";
import type { PlanResource } from "../../../preview/model/plan";
import { isDefaultProvider, rootStackType } from "../../../preview/model/urn";
import { stackNamed } from "../../support/fixture/stacks";
import { projectDir } from "../../support/project";
import { shipped } from "../../support/shipped";
import { engineBin } from "../support/engine-bin";
import { buildPlugins } from "../support/plugins";
import { EngineStack } from "../support/stack";
import { realPlan, type Said, said } from "./real-plan";

/** Holds the offline plan of every shipped stack of a target against that of Pulumi's own engine, resource by resource. */
export function describeSamePlans(target: TargetName): void {
  describe(`plans of ${target} by both engines`, () => {
    const bin = engineBin();
    if (bin === undefined) {
      it("needs Pulumi's CLI: ISOTOPO_ENGINE");
      return;
    }
    for (const { stack } of shipped.filter(({ cloud }) => cloud === target)) {
      it(`${stack}: the same URNs, parents, inputs, dependencies, providers and protections`, async () => {
        const real = await realPlanOf(bin, stack);
        const offline = await offlinePlanOf(stack);
        assert.deepEqual([...offline.keys()].sort(), [...real.keys()].sort());
        for (const [urn, found] of offline) assert.deepEqual(found, real.get(urn), urn);
        assert.ok(real.size > 20, `${real.size} resources`);
      });
    }
  });
}

async function realPlanOf(bin: string, name: string): Promise<ReadonlyMap<string, Said>> {
  const { config } = stackNamed(name);
  const plugins = await buildPlugins();
  const stack = await EngineStack.create({ bin, plugins, name, programDir: join(projectDir, "infra"), config });
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
  return new Map(
    resources
      .filter(({ type, urn }) => type !== rootStackType && !isDefaultProvider(urn))
      .map((found) => [found.urn, saidOf(found)]),
  );
}

function saidOf(resource: PlanResource): Said {
  const { type, custom, parent = "", inputs, dependencies, propertyDependencies, protect, provider } = resource;
  const retainOnDelete = resource.retainOnDelete ?? false;
  return said({ type, custom, parent, inputs, dependencies, propertyDependencies, protect, provider, retainOnDelete });
}
