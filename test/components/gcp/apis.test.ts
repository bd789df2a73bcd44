import assert from "node:assert/strict";
import { apisByModule, modulesWithoutApi } from "../../../components/gcp/apis";
import { registryNamed } from "../../support/fixture/stacks";
import { ownKeys, planOf } from "../../support/plans";
import { registryPlanOf, registryStacks } from "../../support/registries";
import { ofFixture, shipped } from "../../support/shipped";

const isOnGcp = (registry: string) => registryNamed(registry).config["isotopo:cloud"] === "gcp";

describe("gcp APIs", function () {
  this.timeout(300_000);

  it("have a row for the module of every type that a production stack or a registry makes", async () => {
    const plans = await Promise.all([
      ...[...ofFixture, ...shipped]
        .filter(({ cloud, environment }) => cloud === "gcp" && environment === "prod")
        .map(({ stack }) => planOf(stack)),
      ...["fixture-gcp", ...registryStacks.filter(isOnGcp)].map((stack) => registryPlanOf(stack)),
      planOf("fixture-gcp-staging", {}, ownKeys),
    ]);
    const types = plans.flatMap(({ resources }) => resources.filter(({ custom }) => custom).map(({ type }) => type));
    const modules = [...new Set(types.flatMap((type) => /^gcp:([^/]+)\//.exec(type)?.[1] ?? []))].sort();
    assert.deepEqual(modules, [...Object.keys(apisByModule), ...modulesWithoutApi].sort());
  });
});
