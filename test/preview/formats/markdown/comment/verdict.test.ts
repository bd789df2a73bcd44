import assert from "node:assert/strict";
import { commentReport, markerOf } from "../../../../../preview/formats/markdown/comment";
import type { PropertyChange, ResourceChange, StackChange } from "../../../../../preview/model/change";
import { changed } from "../../../../support/changes";
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
  const fine = "No data is lost, no policy is broken.";
  const verdicts: [what: string, changes: StackChange[], heading: string, below: string][] = [
    [
      "data loss before all",
      [stack({ action: "replace", ...lost }, { policy: blocked })],
      "⛔ Data is lost: database `postgres`; a policy is broken: `database-encrypted`",
      `Stack \`prod\`${base}, 10 resources unchanged. Policies: 1 mandatory violation.`,
    ],
    [
      "that outputs differ, where nothing else does",
      [stack({}, { outputs: [changed("url", "https://a.example", "https://b.example"), changed("port", 1, 2)] })],
      `✏️ 2 outputs differ. ${fine}`,
      `Stack \`prod\`${base}, 11 resources unchanged. Policies: all satisfied.`,
    ],
    [
      "that Pulumi refuses to lose data",
      [stack({ action: "delete", protected: true, ...lost })],
      "⚠️ Pulumi will refuse to lose database `postgres`. No policy is broken.",
      `Stack \`prod\`${base}, 10 resources unchanged. Policies: all satisfied.`,
    ],
    [
      "that data may be lost, where nobody knows whether it is",
      [stack({ action: "may replace", ...lost })],
      "⚠️ Data may be lost: database `postgres`. No policy is broken.",
      `Stack \`prod\`${base}, 10 resources unchanged. Policies: all satisfied.`,
    ],
    [
      "the stack in which it is lost, not the one in which it is left in the cloud",
      [
        stack({ action: "delete", retained: true, ...lost }),
        new Shop("dev").change({ database: { ...database, action: "replace", ...lost } }),
      ],
      "⛔ Data is lost: database `postgres` in `dev`. No policy is broken.",
      `2 stacks${base}, 12 resources unchanged. Policies: all satisfied.`,
    ],
    [
      "a policy that is broken before what changes",
      [stack({ action: "replace" }, { policy: blocked })],
      "⛔ A policy is broken: `database-encrypted`; 1 resource is replaced. No data is lost.",
      `Stack \`prod\`${base}, 10 resources unchanged. Policies: 1 mandatory violation.`,
    ],
    [
      "an error, after which nothing is known to be whole",
      [stack({}, { diagnostics: [{ severity: "error", message: "boom" }] })],
      "⛔ Incomplete: 1 error of the program",
      `Stack \`prod\`${base}, 11 resources unchanged. Policies: all satisfied.`,
    ],
    [
      "replacements, and where, before updates",
      [stack({ action: "replace" }), new Shop("dev").change({ database: { ...database, action: "update" } })],
      `⚠️ 1 resource is replaced in \`prod\`. ${fine}`,
      `2 stacks${base}, 12 resources unchanged. Policies: all satisfied.`,
    ],
    [
      "what may be replaced",
      [stack({ action: "may replace" })],
      `⚠️ 1 resource may be replaced. ${fine}`,
      `Stack \`prod\`${base}, 10 resources unchanged. Policies: all satisfied.`,
    ],
    [
      "deletes",
      [stack({ action: "delete" })],
      `⚠️ 1 resource is deleted. ${fine}`,
      `Stack \`prod\`${base}, 10 resources unchanged. Policies: all satisfied.`,
    ],
    [
      "updates",
      [stack({ action: "update" })],
      `✏️ 1 resource is updated. ${fine}`,
      `Stack \`prod\`${base}, 10 resources unchanged. Policies: all satisfied.`,
    ],
    [
      "creates",
      [stack({ action: "create" }), new Shop("dev").change({})],
      `✏️ 1 resource is created in \`prod\`. ${fine}`,
      `1 of 2 stacks${base}, 12 resources unchanged. Policies: all satisfied.`,
    ],
    [
      "imports",
      [stack({ action: "import" })],
      `✏️ 1 resource is created. ${fine}`,
      `Stack \`prod\`${base}, 10 resources unchanged. Policies: all satisfied.`,
    ],
    [
      "that something can't be compared, and never that nothing changes",
      [stack({ properties: [untold, untold] })],
      `⚠️ 2 properties can’t be compared. ${fine}`,
      `Stack \`prod\`${base}, 11 resources unchanged. Policies: all satisfied.`,
    ],
    [
      "that a resource is renamed",
      [stack({ renamedFrom: `${database.urn}-old` })],
      `✏️ 1 resource is renamed by an alias, and kept. ${fine}`,
      `Stack \`prod\`${base}, 11 resources unchanged. Policies: all satisfied.`,
    ],
    [
      "that a component is told something else, where nothing in it changes",
      [shop.change({ ...others, bucket, database, storage: { ...others.storage, action: "update" } })],
      `✏️ 1 component changes, and no resource in them. ${fine}`,
      `Stack \`prod\`${base}, 10 resources unchanged. Policies: all satisfied.`,
    ],
    [
      "advice with no change",
      [stack({}, { policy: advice })],
      "✅ No change in `prod`",
      `Stack \`prod\`${base}, 11 resources unchanged. Policies: 1 advisory violation.`,
    ],
    [
      "no change",
      [stack({})],
      "✅ No change in `prod`",
      `Stack \`prod\`${base}, 11 resources unchanged. Policies: all satisfied.`,
    ],
    [
      "that nobody asked the policies",
      [stack({ action: "update" }, { policy: asked({ packs: [] }) })],
      "✏️ 1 resource is updated. No data is lost, policies were not asked.",
      `Stack \`prod\`${base}, 10 resources unchanged. Policies: none were asked.`,
    ],
    [
      "which stacks were asked nothing",
      [stack({ action: "update" }), new Shop("dev").change({}, { policy: asked({ packs: [] }) })],
      "✏️ 1 resource is updated in `prod`. No data is lost, no policy is broken where they were asked.",
      `1 of 2 stacks${base}, 12 resources unchanged. Policies: all satisfied (1 stack not asked).`,
    ],
    [
      "a first preview",
      [stack({ action: "create" }, { base: undefined })],
      `🆕 First preview of \`prod\`. ${fine}`,
      "Stack `prod`, 10 resources unchanged. Policies: all satisfied.",
    ],
    [
      "a first preview of one stack beside updates of another",
      [
        stack({ action: "update" }),
        new Shop("dev").change({ database: { ...database, action: "create" } }, { base: undefined }),
      ],
      `🆕 First preview of \`dev\`; 1 resource is updated in \`prod\`. ${fine}`,
      `2 stacks${base}, 12 resources unchanged. Policies: all satisfied.`,
    ],
    [
      "each base by its name, plain where it is one word",
      [
        stack({}, { base: "plan.json" }),
        new Shop("dev").change({}, { base: "main" }),
        new Shop("x").change({}),
        new Shop("y").change({}, { base: "z" }),
      ],
      "✅ No change in all 4 stacks",
      "4 stacks, against main and `plan.json` and 2 other bases, 17 resources unchanged. Policies: all satisfied.",
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
