import assert from "node:assert/strict";
import { plainText } from "../../../../preview/formats/shared/terminal";
import { judgedReport, verdictLines } from "../../../../preview/formats/text/verdicts";
import type { Judged } from "../../../../preview/model/judged";
import { clean, mixed } from "../judged";

/** So many findings of one rule, in a stack of that name. */
function many(stack: string, count: number): Judged {
  const [first] = mixed.policy.violations;
  assert.ok(first !== undefined);
  const urns = Array.from({ length: count }, (_, i) => `urn:pulumi:${stack}::shop::aws:rds/instance:Instance::db${i}`);
  return {
    stack,
    resources: urns.map((urn, i) => ({ urn, type: "aws:rds/instance:Instance", name: `db${i}` })),
    policy: { ...mixed.policy, notes: [], violations: urns.map((urn) => ({ ...first, urn })) },
  };
}

describe("what policies say, as text", () => {
  it("of one stack: a table, then each rule with its fix once, then exemptions and what is open", () => {
    assert.deepEqual(judgedReport([mixed], plainText).split("\n"), [
      "Policies: pack 1.2.3 (4 rules)",
      "",
      "  rule                severity  level      findings  stacks",
      "  database-encrypted  critical  mandatory         1       1",
      "  named               low       advisory          1       1",
      "",
      "database-encrypted (critical, mandatory)",
      "  Databases are encrypted.",
      "  Fix: Encrypt it <now>.",
      "    main (infra/a b.ts:7): storageEncrypted is false; required: true.",
      "",
      "named (low, advisory)",
      "  Things have names.",
      "  Fix: Encrypt it <now>.",
      "    main-2: name is \"<script>alert('1')</script>\\u0007\"",
      "",
      "  note exemptions",
      "    main: used: backups-kept, owner data, expires 2027-01-31: R. [e.yaml:2] | days is 1; required: 7. Keep it. | hours is 2; required: 3. Keep it.",
      "  1 resource not wholly judged before the update (--format json has them)",
      "",
      "shop-prod: 2 resources judged, 1 mandatory violation, 1 advisory",
    ]);
  });

  it("of a clean one: two lines", () => {
    assert.deepEqual(judgedReport([clean], plainText).split("\n"), [
      "Policies: pack 1.2.3 (4 rules): all satisfied",
      "",
      "shop-dev: 2 resources judged, no mandatory violation",
    ]);
  });

  it("of many stacks: a rule once, ten of what it found, and how many more there are", () => {
    const lines = verdictLines([many("shop-dev", 8), many("shop-prod", 5)], plainText);
    assert.deepEqual(lines.slice(2), [
      "  rule                severity  level      findings  stacks",
      "  database-encrypted  critical  mandatory        13       2",
      "",
      "database-encrypted (critical, mandatory)",
      "  Databases are encrypted.",
      "  Fix: Encrypt it <now>.",
      ...[0, 1, 2, 3, 4, 5, 6, 7].map((i) => `    shop-dev: db${i}: storageEncrypted is false; required: true.`),
      ...[0, 1].map((i) => `    shop-prod: db${i}: storageEncrypted is false; required: true.`),
      "    … and 3 more (--verbose shows all)",
    ]);
    const verbose = { ...plainText, limit: Number.POSITIVE_INFINITY };
    assert.equal(verdictLines([many("shop-dev", 8), many("shop-prod", 5)], verbose).length, lines.length + 2);
  });

  it("in a terminal: sentences are broken, names are not", () => {
    const long = "n".repeat(90);
    const urn = `urn:pulumi:d::p::aws:rds/instance:Instance::${long}`;
    const [first] = mixed.policy.violations;
    assert.ok(first !== undefined);
    const stack = { ...mixed, policy: { ...mixed.policy, notes: [], violations: [{ ...first, urn }] } };
    assert.deepEqual(verdictLines([stack], { ...plainText, width: 40 }).slice(-4), [
      "  Fix: Encrypt it <now>.",
      `    ${long}:`,
      "      storageEncrypted is false;",
      "      required: true.",
    ]);
  });

  it("where no pack was asked: that", () => {
    const stack = { ...clean, policy: { ...clean.policy, packs: [] } };
    assert.deepEqual(verdictLines([stack], plainText), ["Policies: none were asked"]);
  });
});
