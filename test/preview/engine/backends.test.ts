import assert from "node:assert/strict";
import { resourceOf } from "../../support/plan-queries";
import { programPlan } from "../programs";

const plan = () => programPlan("backends");

describe("what lives outside of a program", () => {
  it("another stack's outputs are unknown, and a note says so", async () => {
    const { stackOutputs, diagnostics } = await plan();
    const reference = resourceOf(await plan(), "pulumi:pulumi:StackReference", "organization/network/dev");
    assert.equal(reference.op, "read");
    assert.equal(stackOutputs.vpcId, "[unknown]");
    assert.equal(
      diagnostics.find(({ urn }) => urn === reference.urn)?.message,
      "organization/network/dev: outputs of another stack live in its backend, which a preview without an account " +
        "does not read; they are unknown here",
    );
  });

  it("a dynamic provider's outputs are its inputs, and a note says so", async () => {
    const { stackOutputs, diagnostics } = await plan();
    const thing = resourceOf(await plan(), "pulumi-nodejs:dynamic:Resource", "thing");
    assert.equal(thing.outputs.size, 3);
    assert.equal(thing.outputs.vpc, "[unknown]");
    assert.deepEqual([stackOutputs.size, stackOutputs.answer], [3, "[unknown]"]);
    assert.equal(
      diagnostics.find(({ urn }) => urn === thing.urn)?.message,
      "thing: of a dynamic provider, only `check` runs in a preview; its outputs are its inputs",
    );
  });

  it("what depends on another stack says so", async () => {
    const thing = resourceOf(await plan(), "pulumi-nodejs:dynamic:Resource", "thing");
    const reference = "urn:pulumi:dev::backends::pulumi:pulumi:StackReference::organization/network/dev";
    assert.deepEqual(thing.propertyDependencies, { vpc: [reference] });
  });
});
