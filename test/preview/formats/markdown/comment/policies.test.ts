import assert from "node:assert/strict";
import { exemption, finding } from "../../../../support/notes";
import { parts, report, shop } from "./report";
import { asked, rule, violation } from "./shop";

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
