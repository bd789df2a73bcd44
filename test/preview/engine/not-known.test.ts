import assert from "node:assert/strict";
import { mistakeOf, writtenPlan } from "../programs";

const simulated =
  "what only the cloud knows is simulated here, which may cause this: --unknowns leaves it unknown, as a real preview does";
const answers = (token: string) =>
  `the answers of ${token} are simulated, which may cause this: only \`pulumi preview\` has those of the cloud`;
const references =
  "outputs of net live in a backend, which a preview without an account does not read: they are unknown here";

const certificate = `const aws = require("@pulumi/aws");
  const made = new aws.acm.Certificate("made", { domainName: "a.example", validationMethod: "DNS" });
  exports.name = made.domainValidationOptions.apply((options) => options[0].resourceRecordName);`;
const organization = `const aws = require("@pulumi/aws");
  exports.id = aws.organizations.getOrganization().then(({ roots }) => roots[0].id);`;

describe("a program that fails for what is not known here", () => {
  const failing: [what: string, text: string, unknowns: boolean, hints: string[]][] = [
    ["a simulated output", certificate, false, [simulated]],
    ["a simulated answer", organization, false, [answers("aws:organizations/getOrganization:getOrganization")]],
    [
      "the same with unknown outputs",
      organization,
      true,
      [answers("aws:organizations/getOrganization:getOrganization")],
    ],
    [
      "an output of another stack, taken otherwise",
      `const pulumi = require("@pulumi/pulumi");
      const net = new pulumi.StackReference("net", { name: "o/net/prod" });
      exports.id = net.outputs.promise(true).then((all) => all.vpc.id);`,
      true,
      [references],
    ],
    [
      "a mistake of its own",
      'new (require("@pulumi/aws").s3.Bucket)("b"); throw new Error("no such color");',
      false,
      [],
    ],
  ];
  for (const [what, text, unknowns, hints] of failing) {
    it(`${what}: ${hints.length === 0 ? "nothing is added" : "it is said"}`, async () => {
      const words = await mistakeOf(writtenPlan(text, { unknowns, config: { "aws:region": "eu-west-1" } }));
      assert.deepEqual(
        words.split("\n").filter((line) => /simulated|backend/.test(line)),
        hints,
      );
    });
  }

  it("what runs with unknown outputs fails here by itself alone", async () => {
    await writtenPlan(certificate, { unknowns: true, config: { "aws:region": "eu-west-1" } });
  });
});

describe("outputs of another stack as plain values", () => {
  const net = `const pulumi = require("@pulumi/pulumi");
    const net = new pulumi.StackReference("net", { name: "o/net/prod" });`;
  for (const taken of [
    '(await net.getOutputDetails("vpc")).value.id',
    'await net.getOutputValue("vpc")',
    'await net.requireOutputValue("vpc")',
  ]) {
    for (const unknowns of [false, true]) {
      it(`${taken}${unknowns ? ", with unknown outputs" : ""}`, async () => {
        const text = `${net} module.exports = async () => ({ id: ${taken} });`;
        const words = await mistakeOf(writtenPlan(text, { unknowns, config: {} }));
        assert.match(
          words,
          /^Error: output "vpc" of the stack "o\/net\/prod" can't be known here: it is in that stack's backend, .* Take it by `getOutput`/,
        );
        assert.match(words, /\n {4}at .*index\.js:2:/);
        assert.doesNotMatch(words, /--no-preload/);
      });
    }
  }

  it("by getOutput they are unknown", async () => {
    const { stackOutputs } = await writtenPlan(`${net} exports.id = net.getOutput("vpc");`, { config: {} });
    assert.equal(stackOutputs.id, "[unknown]");
  });
});

describe("what no SDK says", () => {
  it("the answer of a function without declarations is unknown, with all its members", async () => {
    const { stackOutputs } = await writtenPlan(
      `const pulumi = require("@pulumi/pulumi");
      const answer = pulumi.runtime.invokeOutput("other:index:getThing", { name: "a" });
      exports.size = answer.size;
      exports.name = answer.name;`,
      { config: {} },
    );
    assert.deepEqual(stackOutputs, { name: "[unknown]", size: "[unknown]" });
  });

  for (const unknowns of [false, true]) {
    it(`the output of a stash is its input${unknowns ? ", also with unknown outputs" : ""}`, async () => {
      const { stackOutputs, resources } = await writtenPlan(
        `const pulumi = require("@pulumi/pulumi");
        exports.kept = new pulumi.Stash("kept", { input: { a: [1] } }).output;`,
        { unknowns, config: {} },
      );
      assert.deepEqual(stackOutputs.kept, { a: [1] });
      const provider = resources.find(({ type }) => type === "pulumi:providers:pulumi");
      assert.equal(provider?.name, "default");
    });
  }
});
