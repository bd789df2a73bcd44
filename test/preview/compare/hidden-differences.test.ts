import assert from "node:assert/strict";
import { propertyChange } from "../../../preview/compare/assessment";
import type { PropertyChange } from "../../../preview/model/change";
import type { PlanResource } from "../../../preview/model/plan";

const resource: PlanResource = {
  op: "create",
  urn: "urn:pulumi:dev::shop::aws:s3/bucket:Bucket::files",
  type: "aws:s3/bucket:Bucket",
  name: "files",
  custom: true,
  inputs: {},
  outputs: {},
  dependencies: [],
  propertyDependencies: {},
  protect: false,
  provider: "",
  ignoreChanges: [],
  aliases: [],
  hideDiff: ["tags.a", "rules[0]"],
};
const rows: readonly [path: string, isShown: boolean][] = [
  ["tags.a", false],
  ["tags.a.b", false],
  ["tags.b", true],
  ["rules[0].days", false],
  ["rules[1].days", true],
  ["tags", true],
];

describe("a difference whose values are to be hidden", () => {
  for (const [path, isShown] of rows) {
    it(`${path} is ${isShown ? "shown" : "told without its values"}`, () => {
      const found = propertyChange({ path, kind: "changed", before: "one", after: "two" }, resource);
      const told: PropertyChange = { path, kind: "changed", forces: "nothing" };
      const expected = isShown
        ? Object.assign(told, { before: "one", after: "two" })
        : Object.assign(told, { reason: "its values are not shown (hideDiffs)" });
      assert.deepEqual(found, expected);
    });
  }
});
