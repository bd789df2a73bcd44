import assert from "node:assert/strict";
import { plainText } from "../../../../preview/formats/shared/terminal";
import { changesText } from "../../../../preview/formats/text/changes";
import type { ResourceChange, StackChange } from "../../../../preview/model/change";

const stackOf = (change: Partial<ResourceChange>): StackChange => ({
  project: "shop",
  stack: "dev",
  engine: "offline",
  base: "main",
  unknowns: false,
  changes: [
    {
      action: "delete",
      urn: "urn:pulumi:dev::shop::aws:ec2/vpc:Vpc::net",
      type: "aws:ec2/vpc:Vpc",
      name: "net",
      custom: true,
      dependencies: [],
      properties: [],
      causes: [],
      protected: true,
      retained: false,
      ...change,
    },
  ],
  policy: { packs: [], rules: 0, violations: [], notes: [], judged: [] },
  diagnostics: [],
  durationSeconds: 1,
});

describe("changes in a terminal", () => {
  const refused: [what: string, change: Partial<ResourceChange>, line: string][] = [
    ["a protected deletion", {}, "-  aws:ec2:Vpc net (protected: Pulumi will refuse)"],
    ["a protected replacement", { action: "replace" }, "+- aws:ec2:Vpc net (protected: Pulumi will refuse)"],
    ["an update of what is protected", { action: "update" }, "~  aws:ec2:Vpc net"],
    ["a deletion", { protected: false }, "-  aws:ec2:Vpc net"],
    [
      "a protected deletion that would lose data, once",
      { dataLoss: "the network" },
      "data loss: net: the network will be lost (protected: Pulumi will refuse)",
    ],
  ];
  for (const [what, change, line] of refused) {
    it(what, () => {
      const lines = changesText([stackOf(change)], plainText).split("\n");
      assert.ok(lines.includes(line), lines.join("\n"));
      assert.ok(lines.filter((one) => one.includes("Pulumi will refuse")).length <= 1);
    });
  }
});
