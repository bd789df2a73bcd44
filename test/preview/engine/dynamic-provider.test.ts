import assert from "node:assert/strict";
import { resourceOf } from "../../support/plan-queries";
import { mistakeOf, writtenPlan } from "../programs";

const type = "pulumi-nodejs:dynamic:Resource";
const program = (check: string, args: string) => `
const pulumi = require("@pulumi/pulumi");
const word = "captured";
const provider = {
  async configure(req) { this.region = req.config.get("region"); },
  async check(olds, news) { ${check} },
  async create(inputs) { throw new Error("no create in a preview"); },
};
class Checked extends pulumi.dynamic.Resource {
  constructor(name, args, opts) { super(provider, name, { made: undefined, ...args }, opts); }
}
new Checked("checked", ${args});`;

describe("dynamic providers", () => {
  it("their check runs: with captured values and config, its inputs are the resource's, and secrets stay", async () => {
    const check = "return { inputs: { ...news, added: word + ' ' + this.region, size: news.size + 1 } };";
    const plan = await writtenPlan(program(check, '{ size: 1, key: pulumi.secret("hidden-input") }'), {
      config: { "written:region": "north" },
    });
    const { inputs } = resourceOf(plan, type, "checked");
    assert.deepEqual([inputs.added, inputs.size, inputs.key], ["captured north", 2, "[secret]"]);
    assert.doesNotMatch(JSON.stringify(plan), /hidden-input/);
    const [note] = plan.diagnostics.map(({ message }) => message).filter((message) => message.includes("dynamic"));
    assert.equal(note, "checked: of a dynamic provider, only `check` runs in a preview; its outputs are its inputs");
  });

  const refused: [what: string, check: string, message: RegExp][] = [
    [
      "each failure of a check",
      "return { inputs: news, failures: [{ property: 'size', reason: 'too small' }, { property: '', reason: 'a bad day' }] };",
      /pulumi-nodejs:dynamic:Resource resource 'checked': property size has a problem: too small\n.*resource 'checked' has a problem: a bad day/,
    ],
    ["an error in a check", "throw new Error('out of order');", /out of order/],
  ];
  for (const [what, check, message] of refused) {
    it(`${what} ends the preview`, async () => {
      assert.match(await mistakeOf(writtenPlan(program(check, "{ size: 1 }"), { config: {} })), message);
    });
  }
});
