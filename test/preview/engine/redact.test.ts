import assert from "node:assert/strict";
import { Redactor } from "../../../preview/engine/redact";
import { resourceOf } from "../../support/plan-queries";
import { programPlan } from "../programs";

describe("redaction of texts", () => {
  const redactor = new Redactor(['a "b" c/d', "long-and-longer", "long", "abc"]);
  const texts: [form: string, text: string, result: string][] = [
    ["as it is", 'is a "b" c/d.', "is [secret]."],
    ["in JSON", JSON.stringify({ k: 'a "b" c/d' }), '{"k":"[secret]"}'],
    ["in a URL", `https://x/?q=${encodeURIComponent('a "b" c/d')}&r`, "https://x/?q=[secret]&r"],
    ["in base64", `Basic ${Buffer.from('a "b" c/d').toString("base64")}`, "Basic [secret]"],
    ["more than once", "long long", "[secret] [secret]"],
    ["the longest first", "long-and-longer", "[secret]"],
    ["not a text of three letters", "abc", "abc"],
  ];
  for (const [form, text, result] of texts) {
    it(form, () => assert.equal(redactor.text(text), result));
  }

  it("in data leaves keys and other values alone", () => {
    assert.deepEqual(redactor.data({ long: ["long", 1, null, { a: true }] }), {
      long: ["[secret]", 1, null, { a: true }],
    });
  });

  it("without secrets changes nothing", () => {
    const data = { a: "text" };
    assert.equal(new Redactor([]).data(data), data);
  });
});

describe("redaction of plans", () => {
  it("a secret of the config stands nowhere, not in what is made of it either", async () => {
    const plan = await programPlan("small");
    assert.equal(plan.config["small:password"], "[secret]");
    assert.equal(resourceOf(plan, "aws:rds/instance:Instance", "database").inputs.password, "[secret]");
    assert.equal(resourceOf(plan, "aws:rds/instance:Instance", "database").outputs.password, "[secret]");
    assert.equal(plan.stackOutputs.url, "[secret]");
    assert.doesNotMatch(JSON.stringify(plan), /encrypted-/);
  });

  it("a secret of the program stands nowhere", async () => {
    const plan = await programPlan("options");
    assert.equal(resourceOf(plan, "aws:s3/bucketObjectv2:BucketObjectv2", "file").inputs.content, "[secret]");
    assert.doesNotMatch(JSON.stringify(plan), /top-secret/);
  });

  it("outputs that the SDK or the author calls secret are", async () => {
    const plan = await programPlan("options");
    const { outputs } = resourceOf(plan, "aws:iam/accessKey:AccessKey", "key");
    assert.equal(outputs.secret, "[secret]");
    assert.equal(outputs.createDate, "[secret]");
    assert.equal(plan.stackOutputs.dated, "[secret]");
    assert.equal(outputs.user, "robot");
  });
});
