import assert from "node:assert/strict";
import { propertyChange } from "../../../preview/compare/assessment";
import type { PropertyChange } from "../../../preview/model/change";
import { planWith } from "../../support/plan-with";

const [resource] = planWith([
  { type: "aws:s3/bucket:Bucket", name: "files", inputs: {}, hideDiff: ["tags.a", "rules[0]"] },
]).resources;
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
      assert.ok(resource !== undefined);
      const found = propertyChange({ path, kind: "changed", before: "one", after: "two" }, resource);
      const told: PropertyChange = { path, kind: "changed", forces: "nothing" };
      const expected = isShown
        ? Object.assign(told, { before: "one", after: "two" })
        : Object.assign(told, { reason: "its values are not shown (hideDiffs)" });
      assert.deepEqual(found, expected);
    });
  }
});
