import assert from "node:assert/strict";
import { resourceOf } from "../../../support/plan-queries";
import { writtenPlan } from "../../programs";

const text = `
const pulumi = require("@pulumi/pulumi");
class Thing extends pulumi.CustomResource {
  constructor(name, args, opts) { super("pkg:index:Thing", name, args, opts); }
}
const region = "aws:index/getRegion:getRegion";
const called = (name, first, args, options) =>
  new Thing(name, { word: pulumi.runtime.invokeOutput(region, args(first), options(first)).region });
const made = new Thing("made", { word: "eu-west-2" });
const read = new Thing("read", { word: "eu-west-2" }, { id: "id-1" });
called("by-argument", made, (one) => ({ region: one.word }), () => ({}));
called("by-option", made, () => ({}), (one) => ({ dependsOn: [one] }));
called("of-read", read, () => ({ region: "eu-west-3" }), (one) => ({ dependsOn: [one] }));`;

const rows = [
  { name: "by-argument", unknown: "[unknown]", simulated: "eu-west-2", of: "made" },
  { name: "by-option", unknown: "[unknown]", simulated: "eu-west-1", of: "made" },
  { name: "of-read", unknown: "eu-west-3", simulated: "eu-west-3", of: "read" },
];

describe("a function that depends on a resource", () => {
  for (const unknowns of [true, false]) {
    it(
      unknowns ? "is not called before that is made, with unknown outputs" : "is called, with simulated outputs",
      async () => {
        const plan = await writtenPlan(text, { unknowns, config: { "aws:region": "eu-west-1" } });
        for (const row of rows) {
          const { inputs, dependencies } = resourceOf(plan, "pkg:index:Thing", row.name);
          assert.equal(inputs.word, unknowns ? row.unknown : row.simulated, row.name);
          assert.deepEqual(dependencies, [resourceOf(plan, "pkg:index:Thing", row.of).urn], row.name);
        }
      },
    );
  }
});
