import assert from "node:assert/strict";
import type { ResourceState } from "../../../preview/engine/monitor/state";
import { planOf } from "../../../preview/engine/plan";
import { Redactor } from "../../../preview/engine/redact";
import { withoutPieces } from "../../../preview/engine/secret-pieces";
import { secret, type WireObject } from "../../../preview/model/wire";
import { resourceOf } from "../../support/plan-queries";
import { programPlan } from "../programs";

/** A resource as the engine holds it. */
const resource = (type: string, name: string, inputs: WireObject): ResourceState => ({
  op: "create",
  urn: `urn:pulumi:dev::shop::${type}::${name}`,
  type,
  name,
  custom: true,
  parent: "",
  id: "",
  inputs,
  outputs: {},
  dependencies: [],
  propertyDependencies: {},
  protect: false,
  provider: "",
  ignoreChanges: [],
  aliases: [],
  additionalSecretOutputs: [],
  replaceOnChanges: [],
  hideDiff: [],
  deletedWith: "",
  replaceWith: [],
});

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

  const line = "MIIEvQIBADANBgkqhkiG9w0BAQEFAASC";
  const key = `-----BEGIN PRIVATE KEY-----\n${line}\nshort=\n-----END PRIVATE KEY-----\n`;
  const secrets = new Redactor(["p&ss <w'o\"rd> 1+2", "open-sesame-42", key]);
  const written: [form: string, text: string, result: string][] = [
    [
      "in JSON within JSON",
      JSON.stringify({ a: JSON.stringify({ b: "p&ss <w'o\"rd> 1+2" }) }),
      '{"a":"{\\"b\\":\\"[secret]\\"}"}',
    ],
    ["in a form", new URLSearchParams({ a: "p&ss <w'o\"rd> 1+2", b: "c" }).toString(), "a=[secret]&b=c"],
    ["in HTML", "<b title='p&amp;ss &lt;w&#39;o&quot;rd&gt; 1+2'>", "<b title='[secret]'>"],
    ["in HTML between tags", "<b>p&amp;ss &lt;w'o\"rd&gt; 1+2</b>", "<b>[secret]</b>"],
    ["in HTML by other numbers", "p&amp;ss &lt;w&#x27;o&quot;rd&gt; 1+2", "[secret]"],
    ["as one line of a key", `the line ${line} is bad`, "the line [secret] is bad"],
    ["as a key in JSON", JSON.stringify({ key }), '{"key":"[secret]"}'],
    ["not what frames a key", "no -----BEGIN PRIVATE KEY----- here", "no -----BEGIN PRIVATE KEY----- here"],
    ["not a short line of a key", "short=", "short="],
    ["that overlap, as one", "open-sesame-42", "[secret]"],
  ];
  for (const before of ["", "u:", "us:", "use:"]) {
    const encoded = Buffer.from(`${before}open-sesame-42 or so`).toString("base64");
    written.push([`in base64 behind ${before.length} characters`, encoded, ""]);
  }
  for (const [form, text, result] of written) {
    it(form, () => {
      const told = secrets.text(text);
      if (result !== "") assert.equal(told, result);
      else assert.ok(told.includes("[secret]") && !Buffer.from(told, "base64").toString().includes("sesame"), told);
    });
  }

  it("that overlap leave no part of either", () => {
    assert.equal(new Redactor(["abcdef", "defghi"]).text("x abcdefghi y"), "x [secret] y");
    assert.equal(new Redactor(["abcdef", "abcdefghi"]).text("x abcdefghi y"), "x [secret] y");
  });

  it("goes through a text once, however many secrets there are", () => {
    const many = new Redactor(Array.from({ length: 20_000 }, (_, i) => `secret-number-${i}-of-many`));
    const text = `${"words ".repeat(50_000)} secret-number-19999-of-many`;
    const started = performance.now();
    assert.ok(many.text(text).endsWith("words  [secret]"));
    // To look for each form of each secret would take a minute.
    assert.ok(performance.now() - started < 2000);
  });

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

describe("redaction leaves whole", () => {
  const urn = "urn:pulumi:dev::shop::aws:sqs/queue:Queue::sesame";
  const redactor = new Redactor(["sesame", "secret", `open ${urn} too`], { urns: [urn], names: ["sesame"] });
  const texts: [what: string, text: string, result: string][] = [
    ["a name", "sesame", "sesame"],
    ["a URN in a text", `${urn}: the sesame, ${urn}`, `${urn}: the [secret], ${urn}`],
    ["its own marks", "[secret] and secret", "[secret] and [secret]"],
    ["no secret that holds a URN", `is open ${urn} too`, "is [secret]"],
  ];
  for (const [what, text, result] of texts) {
    it(what, () => assert.equal(redactor.text(text), result));
  }
});

describe("redaction of plans", () => {
  it("leaves URNs, types and names alone, though they are the text of a secret", () => {
    const key = resource("a:b:Key", "sesame", {
      value: secret("sesame"),
      other: secret("a:b:Key"),
      short: secret("on"),
    });
    const object = resource("kubernetes:core/v1:Secret", "keys", {
      metadata: { name: "sesame", annotations: { on: "is on", of: "with sesame" } },
    });
    const reader = { ...resource("a:b:Key", "reader", {}), dependencies: [key.urn], aliases: [`${key.urn}-before`] };
    const violation = { policyPack: "p", policyPackVersion: "1", policy: "sesame", severity: "low" } as const;
    const message = `sesame of ${key.urn}`;
    const plan = planOf({
      project: "shop",
      stack: "dev",
      folders: { rootDir: "/", programDir: "/" },
      stackOutputs: { name: "sesame", url: "x://sesame" },
      config: { values: { "shop:door": "sesame", "shop:words": "open sesame" }, secretKeys: [], secretTexts: [] },
      resources: [key, reader, object],
      diagnostics: [{ severity: "info", message: `${key.urn} is sesame's`, urn: key.urn }],
      policy: {
        packs: [],
        rules: 1,
        violations: [{ ...violation, enforcementLevel: "mandatory", urn: key.urn, message }],
        notes: [{ policy: "undetermined", urn: key.urn, message }],
        judged: [],
      },
      unknowns: false,
      seconds: 1,
    });
    assert.deepEqual(
      plan.resources.map(({ urn, type, name, dependencies, aliases }) => [urn, type, name, dependencies, aliases]),
      [reader, key, object].map(({ urn, type, name, dependencies, aliases }) => [
        urn,
        type,
        name,
        dependencies,
        aliases,
      ]),
    );
    assert.deepEqual(plan.resources[1]?.inputs, { other: "[secret]", short: "[secret]", value: "[secret]" });
    assert.deepEqual(plan.resources[2]?.inputs, {
      metadata: { annotations: { of: "with [secret]", on: "is on" }, name: "sesame" },
    });
    assert.deepEqual(plan.config, { "shop:door": "sesame", "shop:words": "open [secret]" });
    assert.deepEqual(plan.stackOutputs, { name: "sesame", url: "x://[secret]" });
    assert.deepEqual(plan.diagnostics, [{ severity: "info", message: `${key.urn} is [secret]'s`, urn: key.urn }]);
    const [told] = plan.policy.violations;
    assert.deepEqual([told?.policy, told?.urn, told?.message], ["sesame", key.urn, `[secret] of ${key.urn}`]);
  });

  it("a piece of a secret text is not told of its resource, and is no secret elsewhere", async () => {
    const containers = JSON.stringify([{ image: "canary:latest", env: JSON.stringify({ A: "deep-canary" }) }]);
    assert.equal(
      withoutPieces('containerDefinitions[0].image is "canary:latest", A is "deep-canary"; allowed: "other"', {
        ...resource("a:b:Task", "web", { containerDefinitions: secret(containers) }),
      }),
      'containerDefinitions[0].image is "[secret]", A is "[secret]"; allowed: "other"',
    );
    assert.equal(new Redactor([containers]).text("canary:latest"), "canary:latest");
  });

  it("of an object that holds a secret, what stands open in the stack's file is none", async () => {
    const plan = await programPlan("typescript");
    assert.deepEqual(
      [plan.stackOutputs.user, plan.stackOutputs.said, plan.stackOutputs.key],
      ["[secret]", "somebody was here", "[secret]"],
    );
  });

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
