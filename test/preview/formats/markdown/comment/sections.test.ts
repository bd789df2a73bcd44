import assert from "node:assert/strict";
import { type CommentOptions, commentReport } from "../../../../../preview/formats/markdown/comment";
import type { ResourceChange, StackChange } from "../../../../../preview/model/change";
import { changed } from "../../../../support/changes";
import { exemption, finding } from "../../../../support/notes";
import { asked, rule, Shop, violation } from "./shop";

const shop = new Shop("prod");
const parts = shop.usual();
const update = (change: ResourceChange): ResourceChange => ({
  ...change,
  action: "update",
  properties: [changed("a", 1, 2)],
});

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

describe("What is replaced or deleted, in a comment", () => {
  it("has the values that force it in the place of the words for them", () => {
    const change: ResourceChange = {
      ...parts.database,
      action: "replace",
      causes: ["engine forces a replacement", "something else"],
      properties: [{ ...changed("engine", "a|b", "c"), forces: "replace" }],
    };
    assert.equal(
      bullets(shop.change({ change }))[0],
      '- **replace** `aws:rds:Instance` `shop-postgres-main`: `engine` forces a replacement: `"a`&#124;`b"` → `"c"`; something else',
    );
  });

  it("says which components go, and what stays in the cloud", () => {
    const change: ResourceChange = { ...parts.compute, action: "delete", retained: true, causes: ["it is gone"] };
    assert.equal(
      bullets(shop.change({ change }))[0],
      "- **delete** `isotopo:aws:Compute` `shop-compute` (component): it is gone; **retained: stays in the cloud**",
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

describe("Policies in a comment", () => {
  it("are grouped by rule and by what fixes them, the most severe first", () => {
    const low = rule("low", { severity: "low", fix: "Fix L.", source: "" });
    const high = rule("high", { severity: "high", fix: "Fix H.", source: "" });
    const own = violation(high, parts.vpc.urn, "b", "1; required: 7", "2. or 3", { fix: "Own words. More." });
    const found = [violation(low, parts.vpc.urn, "a", "0", "1"), violation(high, parts.vpc.urn, "a", "0", "1"), own];
    const stack = shop.change(
      {},
      {
        policy: asked({
          judged: [
            { ...low, resources: 1 },
            { ...high, resources: 1 },
          ],
          violations: found,
        }),
      },
    );
    assert.deepEqual(
      report(stack)
        .split("\n")
        .filter((line) => /^\*\*|^\| `aws/.test(line)),
      [
        "**`high`** (high) Databases are encrypted.",
        "**Fix:** Fix H.",
        "| `aws:ec2:Vpc` `shop-network-vpc` | `a` | 0 | 1 |",
        "**`high`** (high) Databases are encrypted.",
        "**Fix:** Own words. More.",
        "| `aws:ec2:Vpc` `shop-network-vpc` | `b` | 1; required: 7 | 2. or 3 |",
        "**`low`** (low) Databases are encrypted.",
        "**Fix:** Fix L.",
        "| `aws:ec2:Vpc` `shop-network-vpc` | `a` | 0 | 1 |",
      ],
    );
  });

  it("of another form are told whole, also of the stack itself", () => {
    const other = {
      ...violation(rule("other"), "", "", "", "", { message: "No budget | at all." }),
      property: undefined,
    };
    const stack = shop.change({}, { policy: asked({ violations: [other] }) });
    assert.match(report(stack), /\n\| the stack \| – \| No budget &#124; at all\. \| – \|\n/);
  });
});

describe("Exemptions in a comment", () => {
  const state = (expires: string, today: string) =>
    /\n\| (in force[^|]*) \|/.exec(
      report(
        shop.change(
          {},
          {
            policy: asked({
              notes: [exemption(parts.vpc.urn, { rule: "r", expires, findings: [finding("a", "1", "2")] })],
            }),
          },
        ),
        { today },
      ),
    )?.[1];

  const days: [today: string, state: string][] = [
    ["2026-12-31", "in force"],
    ["2027-01-01", "in force, **ends in 30 days**"],
    ["2027-01-30", "in force, **ends in 1 day**"],
    ["2027-01-31", "in force, **ends in 0 days**"],
  ];
  for (const [today, words] of days) {
    it(`that hold until 2027-01-31 are said on ${today} to be ${words.replaceAll("*", "")}`, () =>
      assert.equal(state("2027-01-31", today), words));
  }

  it("are told once for all resources, and counted beside the verdict", () => {
    const facts = { rule: "r", expires: "2030-01-31", findings: [finding("a", "1", "2")] };
    const urns = Array.from({ length: 5 }, (_, i) => `urn:pulumi:prod::shop::a:b:C::r${i}`);
    const stack = shop.change({}, { policy: asked({ notes: urns.map((urn) => exemption(urn, facts)) }) });
    const comment = report(stack);
    assert.match(
      comment,
      /\n\| in force \| `r` \| `r0`, `r1`, `r2` and 2 more \| o \| 2030-01-31 \| why \(`f:1`\) \|\n/,
    );
    assert.match(comment, /\. Policies: all satisfied, 5 findings are exempt\.\n/);
  });
});

describe("The changes of a stack in a comment", () => {
  it("hold no inputs of what is gone, and few of what is new", () => {
    const properties = Array.from({ length: 12 }, (_, i) => ({
      path: `p${i}`,
      kind: "added" as const,
      after: i,
      forces: "nothing" as const,
    }));
    const comment = report(
      shop.change({
        a: { ...parts.vpc, action: "create", properties },
        b: {
          ...parts.bucket,
          action: "delete",
          properties: [{ path: "gone", kind: "removed", before: 1, forces: "nothing" }],
        },
      }),
    );
    assert.match(comment, /\n {2}\+ p9: 9\n {4}… and 2 more properties\n {2}```\n/);
    assert.doesNotMatch(comment, /gone: 1|p10/);
  });

  it("say what a resource was called, and tell of what can't be compared though nothing else changes", () => {
    const comment = report(
      shop.change({
        a: { ...parts.vpc, renamedFrom: "urn:pulumi:prod::shop::x:y:Z::old" },
        b: {
          ...parts.bucket,
          properties: [{ path: "key", kind: "not comparable", reason: "secret", forces: "nothing" }],
        },
      }),
    );
    assert.match(
      comment,
      /\n- unchanged `aws:ec2:Vpc` `shop-network-vpc`: renamed, was `urn:pulumi:prod::shop::x:y:Z::old`\n/,
    );
    assert.match(
      comment,
      /\n- unchanged `aws:s3:Bucket` `shop-storage-uploads`\n {2}```diff\n {2}! key: not comparable: secret\n/,
    );
  });

  it("end, also where a resource is its own parent", () => {
    const comment = report(shop.change({ a: { ...update(parts.vpc), parent: parts.vpc.urn } }));
    assert.match(comment, /\*\*Outside of components\*\*: 1 update/);
  });
});

describe("What two engines saw, in a comment", () => {
  it("is the worse of both, with who saw it", () => {
    const bucket: ResourceChange = {
      ...parts.bucket,
      action: "delete",
      dataLoss: "the objects",
      causes: ["it is gone"],
    };
    const comment = report([
      shop.change({ bucket }),
      shop.change(
        { bucket: parts.bucket },
        { engine: "pulumi", base: "the state of the stack", policy: asked({ packs: [] }) },
      ),
    ]);
    assert.match(comment, /^## ⛔ Data is lost: bucket `storage-uploads`\. No policy is broken\.$/m);
    assert.match(
      comment,
      /\n- \*\*delete\*\* `aws:s3:Bucket` `shop-storage-uploads`, losing \*\*the objects\*\*: it is gone; seen offline only\n/,
    );
    assert.match(
      comment,
      /\n- `aws:s3:Bucket` `shop-storage-uploads` in `prod`: by Pulumi unchanged, offline delete\n/,
    );
  });

  it("is said to be the same where it is", () => {
    const undeclared = shop.resource(parts.vpc, "pulumi:providers:aws", "default", "unchanged");
    const both = [
      shop.change({ a: update(parts.vpc) }),
      shop.change({ a: update(parts.vpc), undeclared }, { engine: "pulumi" }),
    ];
    assert.match(report(both), /\nBoth engines saw the same changes\.\n/);
  });

  it("keeps a loss that only one of them knows of", () => {
    const replaced: ResourceChange = { ...parts.database, action: "replace" };
    const both = [
      shop.change({ a: replaced }, { engine: "pulumi", base: "the state of the stack" }),
      shop.change({ a: { ...replaced, dataLoss: "the rows" } }),
    ];
    assert.match(report(both), /^## ⛔ Data is lost: database `postgres`\./m);
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

function report(changes: StackChange | StackChange[], options: CommentOptions = {}): string {
  return commentReport([changes].flat(), { today: "2027-01-10", ...options });
}

function tableHead(stack: StackChange): string | undefined {
  return report(stack)
    .split("\n")
    .find((line) => line.startsWith("| stack"));
}

function rows(stacks: StackChange[]): string[] {
  const lines = report(stacks).split("\n");
  const from = lines.findIndex((line) => line.startsWith("| stack")) + 2;
  return lines.slice(from, lines.indexOf("", from));
}

function bullets(stack: StackChange): string[] {
  return report(stack)
    .split("\n")
    .filter((line) => line.startsWith("- **"));
}
