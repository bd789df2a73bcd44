import assert from "node:assert/strict";
import { resourceOf } from "../../../support/plan-queries";
import { mistakeOf, writtenPlan } from "../../programs";

const thing = `
const pulumi = require("@pulumi/pulumi");
class Thing extends pulumi.CustomResource {
  constructor(name, args, opts) { super("pkg:index:Thing", name, args, opts); }
}`;

describe("functions of the engine itself", () => {
  for (const unknowns of [false, true]) {
    it(`a resource as an argument of another is handed back${unknowns ? ", also with unknown outputs" : ""}`, async () => {
      const plan = await writtenPlan(
        `const aws = require("@pulumi/aws");
        const role = new aws.iam.Role("role", { assumeRolePolicy: "{}" });
        const policy = new aws.iam.RolePolicy("policy", { role, policy: "{}" });
        exports.role = policy.role;`,
        { unknowns, config: { "aws:region": "eu-west-1" } },
      );
      const role = resourceOf(plan, "aws:iam/role:Role", "role");
      assert.equal(resourceOf(plan, "aws:iam/rolePolicy:RolePolicy", "policy").inputs.role, role.urn);
    });
  }

  const handed: [what: string, text: string, outputs: Record<string, unknown>][] = [
    [
      "a resource, with its id, its state and its secrets",
      `const one = new Thing("one", { size: 3, word: pulumi.secret("covered-word") });
      const found = pulumi.output(one.urn.apply((urn) => pulumi.runtime.invoke("pulumi:pulumi:getResource", { urn })));
      exports.size = found.apply(({ state }) => state.size);
      exports.word = found.apply(({ state }) => state.word);
      exports.same = pulumi.all([found, one.id]).apply(([{ id }, own]) => id === own);`,
      { size: 3, word: "[secret]", same: true },
    ],
    [
      "a resource that is read",
      `const one = new Thing("one", { size: 3 }, { id: "thing-1" });
      exports.id = one.urn.apply((urn) => pulumi.runtime.invoke("pulumi:pulumi:getResource", { urn })).id;`,
      { id: "thing-1" },
    ],
    [
      "a component, which has no id",
      `const one = new pulumi.ComponentResource("pkg:index:Group", "one");
      one.registerOutputs({ size: 4 });
      new Thing("two", { group: one });
      exports.id = one.urn.apply((urn) => pulumi.runtime.invoke("pulumi:pulumi:getResource", { urn })).id;`,
      { id: "" },
    ],
  ];
  for (const [what, text, outputs] of handed) {
    it(what, async () => assert.deepEqual((await writtenPlan(thing + text, { config: {} })).stackOutputs, outputs));
  }

  const refused: [token: string, args: string, message: RegExp][] = [
    [
      "pulumi:pulumi:getResource",
      '{ urn: "urn:pulumi:dev::written::pkg:index:Thing::none" }',
      /returned an error: unknown resource urn:pulumi:dev::written::pkg:index:Thing::none/,
    ],
    ["pulumi:pulumi:readStackOutputs", '{ name: "o/p/s" }', /reads another stack from its backend/],
    ["pulumi:pulumi:readStackResourceOutputs", '{ stackName: "o/p/s" }', /reads another stack from its backend/],
    ["pulumi:pulumi:other", "{}", /returned an error: unrecognized function name: 'pulumi:pulumi:other'/],
  ];
  for (const [token, args, message] of refused) {
    it(`${token} ${args} is refused`, async () => {
      const text = `module.exports = require("@pulumi/pulumi").runtime.invoke("${token}", ${args});`;
      assert.match(await mistakeOf(writtenPlan(text, { config: {} })), message);
    });
  }
});
