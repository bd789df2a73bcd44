import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { Exemptions } from "../../policy/core/exemption";
import { frameworks } from "../../policy/core/frameworks";
import { Ledger } from "../../policy/core/ledger";
import { policiesOf } from "../../policy/core/pack";
import { typesOf } from "../../policy/core/rule";
import { canonicalType } from "../../policy/protocol/canonical-type";
import { rules } from "../../policy/rules";
import { ruleFiles } from "../../tools/policies/rule-files";
import { projectDir } from "../support/project";

describe("policy registry", () => {
  const files = ruleFiles();

  it("has every rule file", () => {
    assert.deepEqual(
      rules.map(({ id }) => id),
      files.map(({ rule }) => rule.id),
    );
  });

  it("has at least 80 requirements", () => {
    assert.ok(rules.length >= 80, String(rules.length));
  });

  it("has no fixtures without a rule", () => {
    const folder = join(projectDir, "policy/rules");
    const fixtures = readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".fixtures.ts"))
      .map((file) => file.slice(0, -".fixtures.ts".length));
    assert.deepEqual(
      fixtures.sort(),
      files.map(({ path }) => path),
    );
  });

  for (const { path, rule } of files) {
    it(`${path} says what it is, why, how to fix it, and where that is said`, () => {
      assert.equal(rule.id, path.replace("/", "-"));
      for (const sentence of [rule.title, rule.why, rule.fix]) assert.match(sentence, /^[A-Z`].*[.}]$/s);
      assert.match(rule.source, /^https:\/\//);
    });

    it(`${path} names types by their one name, and controls that there are`, () => {
      for (const type of [...typesOf(rule), ...(rule.companions ?? [])]) assert.equal(canonicalType(type), type);
      for (const [framework, numbers] of Object.entries(rule.frameworks)) {
        const known = Object.entries(frameworks).find(([name]) => name === framework)?.[1].numbers ?? [];
        for (const number of numbers) assert.ok(known.includes(number), `${framework} has no ${number}`);
      }
    });
  }

  it("refuses two rules of one id", () => {
    const [first] = rules;
    assert.ok(first !== undefined);
    const run = { profile: "prod" as const, exemptions: new Exemptions([], "2026-01-01"), ledger: new Ledger() };
    assert.throws(() => policiesOf([first, first], run, "prod"), { message: `two rules have the id "${first.id}"` });
  });
});
