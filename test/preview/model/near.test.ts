import assert from "node:assert/strict";
import { nearNames, nearWords } from "../../../preview/model/near";

describe("names that are near to a mistyped one", () => {
  const rules = [
    "containers-non-root",
    "containers-non-privileged",
    "backup-database-retention",
    "backup-database-deletion",
  ];
  const stacks = ["icosistem-aws-dev", "icosistem-aws-prod"];
  const table: [text: string, names: string[], near: string[]][] = [
    ["icosistem-aws-prd", stacks, ["icosistem-aws-prod"]],
    ["icosistem-aws-prod", stacks, ["icosistem-aws-prod"]],
    ["container-non-root", rules, ["containers-non-root"]],
    ["privileged", rules, ["containers-non-privileged"]],
    ["database", rules, ["backup-database-deletion", "backup-database-retention"]],
    ["x", stacks, []],
    ["anything", [], []],
  ];
  for (const [text, names, near] of table) {
    it(`${text}: ${near.join(", ") || "none"}`, () => assert.deepEqual(nearNames(text, names), near));
  }

  it("are told in words, or what else there is to say", () => {
    assert.equal(
      nearWords("database", rules, "none"),
      'did you mean "backup-database-deletion" or "backup-database-retention"?',
    );
    assert.equal(nearWords("x", rules, "none"), "none");
  });
});
