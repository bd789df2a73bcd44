import assert from "node:assert/strict";
import { mistakeOf, writtenPlan } from "../../programs";
import { things } from "./things";

const hook = (name: string, body: string, options: string) =>
  `const ${name} = new pulumi.ResourceHook("${name}", (args) => { ${body} }, ${options});`;

describe("hooks", () => {
  it("those for previews run, before and after, with what a preview knows", async () => {
    const { stackOutputs } = await writtenPlan(
      `${things}
      const seen = [];
      ${hook("before", 'seen.push("before " + args.name + " " + args.newInputs.size + " " + (args.newOutputs === undefined));', "{ onDryRun: true }")}
      ${hook("after", 'seen.push("after " + args.name + " " + args.newOutputs.size);', "{ onDryRun: true }")}
      ${hook("never", 'seen.push("never");', "{}")}
      const thing = new Thing("thing", { size: 3 }, { hooks: { beforeCreate: [before, never], afterCreate: [after] } });
      const group = new Group("group", { hooks: { afterCreate: [after] } });
      exports.seen = pulumi.all([thing.urn, group.urn]).apply(async () => {
        await new Promise((done) => setTimeout(done, 200));
        return seen.sort();
      });`,
      { config: {} },
    );
    assert.deepEqual(stackOutputs.seen, ["after group undefined", "after thing 3", "before thing 3 true"]);
  });

  for (const [which, words] of [
    ["beforeCreate", "before"],
    ["afterCreate", "after"],
  ] as const) {
    it(`an error of ${which} ends the preview, unless it is to be ignored`, async () => {
      const text = (options: string) =>
        `${things} ${hook("strict", 'throw new Error("not on Fridays");', options)} new Thing("thing", {}, { hooks: { ${which}: [strict] } });`;
      assert.match(
        await mistakeOf(writtenPlan(text("{ onDryRun: true }"), { config: {} })),
        new RegExp(`${words} hook "strict" failed: .*not on Fridays`),
      );
      await writtenPlan(text("{ onDryRun: false }"), { config: {} });
    });
  }
});
