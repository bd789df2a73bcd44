import assert from "node:assert/strict";
import { type Concept, conceptOf } from "../../support/concept";
import { changedPlanOf } from "../../support/plans";

describe("kubernetes registry", () => {
  let registry: Concept;
  before(async () => {
    registry = await conceptOf("icosistem-kubernetes-prod", "registry");
  });

  it("makes nothing", () => registry.isMadeOf([]));

  it("says where the images are, without digest", () => {
    assert.deepEqual(registry.outputs, { repositories: { app: "registry.example/icosistem/app" } });
  });

  it("knows the port of a registry from a tag", async () => {
    const images = { app: "registry.example:5000/icosistem/app:1.2.3" };
    const plan = await changedPlanOf("icosistem-kubernetes-dev", { images });
    assert.deepEqual(plan.stackOutputs.repositories, { app: "registry.example:5000/icosistem/app" });
  });
});
