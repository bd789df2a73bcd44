import assert from "node:assert/strict";
import { policiesOf } from "../../policy/core/pack";
import { rules } from "../../policy/rules";
import { ruleFiles } from "./pack";

describe("policy registry", () => {
  const files = ruleFiles();

  it("has every rule file", () => {
    assert.deepEqual(
      rules.map(({ id }) => id),
      files.map(({ rule }) => rule.id),
    );
  });

  for (const { path, rule } of files) {
    it(`${path} says what it is, why, how to mend it, and where that is said`, () => {
      assert.equal(rule.id, path.replace("/", "-"));
      for (const sentence of [rule.title, rule.why, rule.mend]) assert.match(sentence, /^[A-Z].*[.}]$/s);
      assert.match(rule.source, /^https:\/\//);
      assert.ok(Object.values(rule.frameworks).flat().length > 0, "frameworks");
    });
  }

  it("refuses two rules of one id", () => {
    const [first] = rules;
    assert.ok(first !== undefined);
    assert.throws(() => policiesOf([first, first]), { message: `two rules have the id "${first.id}"` });
  });
});
