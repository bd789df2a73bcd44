import assert from "node:assert/strict";
import { writtenPlan } from "../programs";

describe("the line that makes a resource", () => {
  const program = `const pulumi = require("@pulumi/pulumi");
const aws = require("@pulumi/aws");
class Thing extends pulumi.CustomResource {
  constructor(name, opts) {
    super("pkg:index:Thing", name, {}, opts);
  }
}
class Group extends pulumi.ComponentResource {
  constructor(name) {
    super("pkg:index:Group", name);
    this.bucket = new aws.s3.Bucket("inner", {}, { parent: this });
  }
}
const made = () => new Thing("called");
new Group("group");
new Thing("thing");
new aws.s3.Bucket("bucket");
made();
`;

  it("is that of `new`, not that of a constructor of the program's own class", async () => {
    const { resources } = await writtenPlan(program, { config: { "aws:region": "eu-west-1" } });
    const lines = Object.fromEntries(resources.map(({ name, source }) => [name, source?.line]));
    const { group, thing, bucket, inner, called } = lines;
    assert.deepEqual([group, thing, bucket, inner, called], [15, 16, 17, 11, 14]);
  });
});
