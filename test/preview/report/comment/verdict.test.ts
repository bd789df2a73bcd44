import assert from "node:assert/strict";
import type { PropertyChange, ResourceChange, StackChange } from "../../../../preview/diff/change";
import { commentReport, markerOf } from "../../../../preview/report/comment";
import { changed } from "../../../support/changes";
import { asked, rule, Shop, violation } from "./shop";

const shop = new Shop("prod");
const { database, bucket, ...others } = shop.usual();
const encrypted = rule("database-encrypted");
const blocked = asked({ violations: [violation(encrypted, database.urn, "storageEncrypted", "false", "true")] });
const advice = asked({
  violations: [violation({ ...encrypted, level: "advisory" }, database.urn, "storageEncrypted", "false", "true")],
});
const untold: PropertyChange = { path: "password", kind: "not comparable", reason: "a secret", forces: "nothing" };

function stack(facts: Partial<ResourceChange>, stackFacts: Partial<StackChange> = {}): StackChange {
  return shop.change({ ...others, bucket, database: { ...database, ...facts } }, stackFacts);
}

describe("The verdict of a pull request comment", () => {
  const lost = { dataLoss: "the database and its rows" };
  const base = ", against `main (1a2b3c4)`";
  const verdicts: [what: string, changes: StackChange[], heading: string, below: string][] = [
    [
      "data loss before all",
      [stack({ action: "replace", ...lost }, { policy: blocked })],
      `⛔ Data loss: 1 replacement of what holds data; blocked by policy: 1 mandatory violation; in all 1 replacement${base}`,
      "1 stack, 10 resources unchanged. Policies: 1 mandatory violation.",
    ],
    [
      "that outputs differ, where nothing else does",
      [stack({}, { outputs: [changed("url", "https://a.example", "https://b.example"), changed("port", 1, 2)] })],
      `✏️ 2 outputs differ${base}`,
      "1 stack, 11 resources unchanged. Policies: all satisfied.",
    ],
    [
      "that Pulumi refuses to lose data",
      [stack({ action: "delete", protected: true, ...lost })],
      `⛔ Data loss: 1 delete of what holds data (protected: Pulumi will refuse); in all 1 delete${base}`,
      "1 stack, 10 resources unchanged. Policies: all satisfied.",
    ],
    [
      "that data may be lost, where nobody knows whether it is",
      [stack({ action: "may replace", ...lost })],
      `⛔ Possible data loss: 1 possible replacement of what holds data; in all 1 possible replacement${base}`,
      "1 stack, 10 resources unchanged. Policies: all satisfied.",
    ],
    [
      "that some of it is left in the cloud",
      [
        stack({ action: "delete", retained: true, ...lost }),
        new Shop("dev").change({ database: { ...database, action: "replace", ...lost } }),
      ],
      `⛔ Data loss: 1 replacement, 1 delete of what holds data (1 of them left in the cloud); in all 1 replacement, 1 delete${base}`,
      "2 stacks, 12 resources unchanged. Policies: all satisfied.",
    ],
    [
      "a policy that blocks before what changes",
      [stack({ action: "replace" }, { policy: blocked })],
      `⛔ Blocked by policy: 1 mandatory violation; 1 replacement${base}`,
      "1 stack, 10 resources unchanged. Policies: 1 mandatory violation.",
    ],
    [
      "an error, after which nothing is known to be whole",
      [stack({}, { diagnostics: [{ severity: "error", message: "boom" }] })],
      `⛔ Incomplete: 1 error in the preview${base}`,
      "1 stack, 11 resources unchanged. Policies: all satisfied.",
    ],
    [
      "replacements before updates",
      [stack({ action: "replace" }), new Shop("dev").change({ database: { ...database, action: "update" } })],
      `⚠️ 1 replacement, 1 update${base}`,
      "2 stacks, 12 resources unchanged. Policies: all satisfied.",
    ],
    [
      "what may be replaced",
      [stack({ action: "may replace" })],
      `⚠️ 1 possible replacement${base}`,
      "1 stack, 10 resources unchanged. Policies: all satisfied.",
    ],
    [
      "deletes",
      [stack({ action: "delete" })],
      `⚠️ 1 delete${base}`,
      "1 stack, 10 resources unchanged. Policies: all satisfied.",
    ],
    [
      "updates",
      [stack({ action: "update" })],
      `✏️ 1 update${base}`,
      "1 stack, 10 resources unchanged. Policies: all satisfied.",
    ],
    [
      "creates",
      [stack({ action: "create" }), new Shop("dev").change({})],
      `✏️ 1 create${base}`,
      "1 of 2 stacks, 12 resources unchanged. Policies: all satisfied.",
    ],
    [
      "imports",
      [stack({ action: "import" })],
      `✏️ 1 import${base}`,
      "1 stack, 10 resources unchanged. Policies: all satisfied.",
    ],
    [
      "that something can't be compared, and never that nothing changes",
      [stack({ properties: [untold, untold] })],
      `⚠️ 2 properties can’t be compared${base}`,
      "1 stack, 11 resources unchanged. Policies: all satisfied.",
    ],
    [
      "that a resource is renamed",
      [stack({ renamedFrom: `${database.urn}-old` })],
      `✏️ 1 resource renamed${base}`,
      "1 stack, 11 resources unchanged. Policies: all satisfied.",
    ],
    [
      "advice with no change",
      [stack({}, { policy: advice })],
      `✅ No change in 1 stack${base}`,
      "1 stack, 11 resources unchanged. Policies: 1 advisory violation.",
    ],
    [
      "no change",
      [stack({})],
      `✅ No change in 1 stack${base}`,
      "1 stack, 11 resources unchanged. Policies: all satisfied.",
    ],
    [
      "that nobody asked the policies",
      [stack({}, { policy: asked({ packs: [] }) })],
      `✅ No change in 1 stack${base}`,
      "1 stack, 11 resources unchanged. Policies: none were asked.",
    ],
    [
      "which stacks were asked nothing",
      [stack({}), new Shop("dev").change({}, { policy: asked({ packs: [] }) })],
      `✅ No change in 2 stacks${base}`,
      "2 stacks, 13 resources unchanged. Policies: all satisfied (1 stack not asked).",
    ],
    [
      "a first preview",
      [stack({ action: "create" }, { base: undefined })],
      "🆕 First preview: 1 create",
      "1 stack, 10 resources unchanged. Policies: all satisfied.",
    ],
    [
      "a first preview of one stack beside updates of another",
      [
        stack({ action: "update" }),
        new Shop("dev").change({ database: { ...database, action: "create" } }, { base: undefined }),
      ],
      `✏️ 1 update; first preview of 1 stack: 1 create${base}`,
      "2 stacks, 12 resources unchanged. Policies: all satisfied.",
    ],
    [
      "each base by its name, plain where it is one word",
      [
        stack({}, { base: "plan.json" }),
        new Shop("dev").change({}, { base: "main" }),
        new Shop("x").change({}),
        new Shop("y").change({}, { base: "z" }),
      ],
      "✅ No change in 4 stacks, against main and `plan.json` and 2 other bases",
      "4 stacks, 17 resources unchanged. Policies: all satisfied.",
    ],
  ];
  for (const [what, changes, heading, below] of verdicts) {
    it(`says ${what}`, () => {
      const [, first, , third] = commentReport(changes).split("\n");
      assert.equal(first, `## ${heading}`);
      assert.equal(third, below);
    });
  }

  it("says that no stack is touched", () => {
    assert.equal(commentReport([], { marker: "pr" }), "<!-- isotopo:preview:pr -->\n## ✅ No stack is touched\n");
  });
});

describe("The marker of a pull request comment", () => {
  const [dev, prod] = ["dev", "prod"].map((name) => ({ project: "shop", stack: name }));
  assert.ok(dev !== undefined && prod !== undefined);

  it("is the same for the same stacks in any order, and another for others", () => {
    assert.equal(markerOf([dev, prod]), markerOf([prod, dev, prod]));
    assert.notEqual(markerOf([dev]), markerOf([prod]));
    assert.match(markerOf([dev]), /^<!-- isotopo:preview:[0-9a-f]{16} -->$/);
  });

  it("is of its name where it has one, and of its hash where the name could end it", () => {
    assert.equal(markerOf([dev], "pull-request_1.x"), "<!-- isotopo:preview:pull-request_1.x -->");
    for (const name of ["a --> <b>", "a--b", "", "-", "x".repeat(65), "a\nb"]) {
      assert.match(markerOf([dev], name), /^<!-- isotopo:preview:[0-9a-f]{16} -->$/, name);
    }
  });

  it("is the first line, and the run the second where it is given", () => {
    const lines = commentReport([stack({})], { marker: "pr", at: 12 }).split("\n");
    assert.deepEqual(lines.slice(0, 2), ["<!-- isotopo:preview:pr -->", "<!-- isotopo:at:12 -->"]);
  });
});

describe("A pull request comment", () => {
  it("is the same text for the same changes, whatever their order", () => {
    const dev = new Shop("dev").change({ x: { ...database, action: "update", properties: [changed("a", 1, 2)] } });
    const prod = stack({ action: "delete" });
    assert.equal(commentReport([dev, prod]), commentReport([prod, dev]));
  });
});
