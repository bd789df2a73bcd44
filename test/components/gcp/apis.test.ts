import assert from "node:assert/strict";
import { apisByModule, modulesWithoutApi } from "../../../components/gcp/apis";
import { changedPlanOf, planOf } from "../../support/plans";
import { shippedStacks } from "../../support/project";
import { registryPlanOf, registryStacks } from "../../support/registries";

describe("gcp APIs", function () {
  this.timeout(300_000);

  it("have a row for the module of every type that a production stack or a registry makes", async () => {
    const plans = await Promise.all([
      ...shippedStacks.filter((stack) => stack.endsWith("-gcp-prod")).map((stack) => planOf(stack)),
      ...registryStacks.filter((stack) => stack.endsWith("-gcp")).map((stack) => registryPlanOf(stack)),
      changedPlanOf("icosistem-gcp-staging", { overrides: { customerManagedKeys: true } }),
    ]);
    const types = plans.flatMap(({ resources }) => resources.filter(({ custom }) => custom).map(({ type }) => type));
    const modules = [...new Set(types.flatMap((type) => /^gcp:([^/]+)\//.exec(type)?.[1] ?? []))].sort();
    assert.deepEqual(modules, [...Object.keys(apisByModule), ...modulesWithoutApi].sort());
  });
});
