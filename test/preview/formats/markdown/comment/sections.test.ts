import assert from "node:assert/strict";
import type { CommentOptions } from "../../../../../preview/formats/markdown/comment";
import type { ResourceChange, StackChange } from "../../../../../preview/model/change";
import { parts, report, rows, shop, tableHead, update } from "./report";
import { Shop } from "./shop";

describe("The table of stacks in a comment", () => {
  it("has a column only for what happens or is known", () => {
    const head = (facts: Partial<ResourceChange>, more: Partial<StackChange> = {}) =>
      tableHead(shop.change({ a: { ...parts.vpc, ...facts } }, more));
    assert.equal(head({}), "| stack | create | update | replace | delete | policy |");
    assert.equal(head({ action: "import" }), "| stack | create | import | update | replace | delete | policy |");
    assert.equal(
      head({ action: "may replace" }),
      "| stack | create | update | may replace | replace | delete | policy |",
    );
    assert.equal(
      head({}, { monthlyCost: { after: 1, currency: "EUR" } }),
      "| stack | create | update | replace | delete | policy | monthly cost |",
    );
  });

  it("has what a month costs, before and after, and in all", () => {
    const stacks = [
      shop.change({ a: update(parts.vpc) }, { monthlyCost: { before: 1000, after: 1200.5, currency: "EUR" } }),
      new Shop("dev").change({ a: update(parts.vpc) }, { monthlyCost: { before: 20, after: 10, currency: "EUR" } }),
      new Shop("test").change({ a: update(parts.vpc) }),
    ];
    assert.deepEqual(rows(stacks), [
      "| `dev` | – | 1 | – | – | satisfied | 20.00 → 10.00 EUR (-10.00) |",
      "| `prod` | – | 1 | – | – | satisfied | 1,000.00 → 1,200.50 EUR (+200.50) |",
      "| `test` | – | 1 | – | – | satisfied | not known |",
      "| monthly cost of 2 stacks |  |  |  |  |  | 1,020.00 → 1,210.50 EUR (+190.50) |",
    ]);
  });

  it("adds up no costs of two currencies", () => {
    const stacks = ["EUR", "USD"].map((currency) =>
      new Shop(currency).change({}, { monthlyCost: { after: 1, currency } }),
    );
    assert.equal(rows(stacks).length, 2);
  });

  it("counts stacks that do not change in one row, where they are many", () => {
    const quiet = (count: number) => Array.from({ length: count }, (_, i) => new Shop(`s${i}`).change({}));
    assert.equal(rows(quiet(3)).length, 3);
    assert.deepEqual(rows([...quiet(4), shop.change({ a: update(parts.vpc) })]), [
      "| `prod` | – | 1 | – | – | satisfied |",
      "| 4 stacks without a change |  |  |  |  |  |",
    ]);
  });

  it("counts none of those among them of which something can't be compared or is renamed", () => {
    const quiet = Array.from({ length: 4 }, (_, i) => new Shop(`s${i}`).change({}));
    const loud: Partial<ResourceChange>[] = [
      { properties: [{ path: "a", kind: "not comparable", forces: "nothing" }] },
      { renamedFrom: "urn:pulumi:prod::shop::x:y:Z::old" },
    ];
    for (const facts of loud) {
      const stack = shop.change({ a: { ...parts.vpc, ...facts } });
      assert.equal(rows([...quiet, stack])[0], "| `prod` | – | – | – | – | satisfied |");
    }
  });

  it("names the project where there are two", () => {
    const other = { ...shop.change({}), project: "blog" };
    assert.deepEqual(
      rows([shop.change({}), other]).map((row) => row.split(" |")[0]),
      ["| `blog/prod`", "| `shop/prod`"],
    );
  });
});

describe("Errors and warnings in a comment", () => {
  it("are told once for all stacks that say the same, warnings folded", () => {
    const stacks = ["a", "b", "c", "d", "e"].map((name) =>
      new Shop(name).change(
        {},
        {
          diagnostics: [
            { severity: "warning", message: "not yet" },
            { severity: "info", message: "nothing" },
            ...(name === "b" ? [{ severity: "error" as const, message: "boom: a.b", urn: parts.vpc.urn }] : []),
          ],
        },
      ),
    );
    const lines = report(stacks).split("\n");
    const at = lines.indexOf("### Errors");
    assert.equal(lines[at + 2], "- **error** of `shop-network-vpc` in `b`: boom: `a.b`");
    const folded = lines.indexOf("<details><summary>1 warning of the program</summary>");
    assert.equal(lines[folded + 2], "- **warning** in `b`, `a`, `c` and 2 other stacks: not yet");
    assert.ok(folded > at && at > 0);
  });
});

describe("How to run it locally, in a comment", () => {
  const command = (stacks: StackChange[], options?: CommentOptions) =>
    /```sh\n(.*)\n```/.exec(report(stacks, options))?.[1];

  it("names the stacks that change, and the base", () => {
    const stacks = [shop.change({ a: update(parts.vpc) }), new Shop("dev").change({})];
    assert.equal(command(stacks), "npx isotopo preview prod --against main");
    assert.equal(
      command(stacks, { against: "HEAD~1; rm -rf x" }),
      "npx isotopo preview prod --against 'HEAD~1; rm -rf x'",
    );
  });

  it("quotes a name for the shell, and asks for all where names are many or long", () => {
    assert.equal(
      command([new Shop("it's $(x)\n").change({})]),
      "npx isotopo preview 'it'\\''s $(x)\\n' --against main",
    );
    assert.equal(command([new Shop("x".repeat(5000)).change({})]), "npx isotopo preview --all --against main");
    assert.equal(
      command(Array.from({ length: 7 }, (_, i) => new Shop(`s${i}`).change({}))),
      "npx isotopo preview --all --against main",
    );
  });

  it("has the further words of the command that was run, quoted", () => {
    assert.equal(
      command([shop.change({})], { words: ["--program", "my apps/shop", "--no-policy"] }),
      "npx isotopo preview prod --against main --program 'my apps/shop' --no-policy",
    );
  });

  it("has no base where there are several, or one that is no revision", () => {
    assert.equal(command([shop.change({}, { base: "the state of the stack" })]), "npx isotopo preview prod");
    assert.equal(command([shop.change({}, { base: "--help" })]), "npx isotopo preview prod");
    assert.equal(command([shop.change({}), new Shop("x").change({}, { base: "y" })]), "npx isotopo preview prod x");
  });

  it("says what was asked, and what is not known", () => {
    assert.match(
      report(shop.change({}, { unknowns: true })),
      /no cloud was asked\. What only the cloud knows was left unknown\.\n$/,
    );
    const pulumi = report(shop.change({}, { engine: "pulumi", base: "the state of the stack" }));
    assert.match(pulumi, /\nPreviewed by Pulumi: compared with the state of the stack\.\n$/);
    assert.doesNotMatch(pulumi, /no cloud was asked/);
  });
});
