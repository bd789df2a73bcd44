import assert from "node:assert/strict";
import { resourceOf } from "../../support/plan-queries";
import { programPlan } from "../programs";

const plan = () => programPlan("small", { unknowns: true });

describe("unknown outputs", () => {
  it("are marked, in outputs, inputs and what the stack exports", async () => {
    const { stackOutputs, unknowns } = await plan();
    const database = resourceOf(await plan(), "aws:rds/instance:Instance", "database");
    assert.equal(unknowns, true);
    assert.equal(stackOutputs.vpcId, "[unknown]");
    assert.equal(database.outputs.endpoint, "[unknown]");
    assert.deepEqual(database.inputs.tags, { vpc: "[unknown]" });
    assert.equal(database.id, undefined);
  });

  it("what is known before the cloud is asked stays known", async () => {
    const database = resourceOf(await plan(), "aws:rds/instance:Instance", "database");
    assert.equal(database.outputs.engine, "postgres");
    assert.equal(resourceOf(await plan(), "aws:ec2/vpc:Vpc", "main-vpc").outputs.cidrBlock, "10.0.0.0/16");
  });

  it("a secret made of unknowns is a secret", async () => assert.equal((await plan()).stackOutputs.url, "[secret]"));

  it("there are none in a plan with known outputs", async () => {
    const known = await programPlan("small");
    assert.equal(known.unknowns, false);
    assert.doesNotMatch(JSON.stringify(known.resources), /\[unknown\]|04da6b54/);
  });

  it("no raw mark of Pulumi's is left in any plan", async () => {
    for (const unknown of [await plan(), await programPlan("options", { unknowns: true })]) {
      // A provider without an id is referred to as `urn::<mark>`, as with the real engine.
      const text = JSON.stringify({ ...unknown, resources: unknown.resources.map((r) => ({ ...r, provider: "" })) });
      assert.doesNotMatch(text, /04da6b54-80e4|4dabf18193072939/);
    }
  });

  it("an imported resource keeps its id", async () => {
    const options = await programPlan("options", { unknowns: true });
    assert.equal(resourceOf(options, "aws:s3/bucket:Bucket", "adopted").id, "here-before");
    assert.equal(resourceOf(options, "aws:s3/bucket:Bucket", "kept").id, undefined);
  });
});
