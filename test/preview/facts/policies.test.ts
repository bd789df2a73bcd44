import assert from "node:assert/strict";
import type { StackChange } from "../../../preview/model/change";
import { asked, rule, Shop, violation } from "../formats/markdown/comment/shop";
import { of, parts, said, update } from "./shop-facts";

describe("Policies among the facts", () => {
  const encrypted = rule("database-encrypted");
  const broken = violation(encrypted, parts.database.urn, "storageEncrypted", "false", "true");
  const judged = (facts: Partial<StackChange>) =>
    said({ ...of(update(parts.database)), policy: asked({ violations: [broken] }), ...facts })[0];

  it("are broken by the change, where the base's said nothing of it", () =>
    assert.equal(
      judged({ baseVerdicts: { base: [] } }),
      "⛔ A policy is broken: database-encrypted. No data is lost.",
    ));

  it("were broken already, where they said the same of the base", () =>
    assert.equal(
      judged({ baseVerdicts: { base: [broken] } }),
      "⛔ A policy is broken: said of the base already: 1 mandatory violation. No data is lost.",
    ));

  it("are told with the pack that no longer says so, and first that the pack changes", () =>
    assert.deepEqual(
      said({
        ...of(update(parts.database)),
        packChange: { files: ["policy/a.ts"] },
        baseVerdicts: { base: [], byBasePack: [broken] },
      }).slice(0, 3),
      [
        "⛔ The policy pack itself changes; a policy is broken: database-encrypted. No data is lost.",
        "pack: the policy pack itself changes, policy/a.ts: the base’s pack finds 1 violation that it did not find before",
        "policy: policy database-encrypted (critical) is broken by postgres, says the pack of the base and the changed one no longer: storageEncrypted is false; required: true",
      ],
    ));

  const other = new Shop("shop-gcp-prod");
  const found: [what: string, property: string, value: string, words: string][] = [
    ["all have", "storageEncrypted", "false", "storageEncrypted is false; required: true"],
    ["each finds otherwise", "storageEncrypted", "not set", "storageEncrypted is false and not set; required: true"],
    ["each cloud calls otherwise", "settings.encryption", "false", "required: true; found: false"],
  ];
  for (const [what, property, value, words] of found) {
    it(`name of a property in several stacks what ${what}`, () => {
      const there = violation(encrypted, other.usual().database.urn, property, value, "true");
      const [, fact] = said(
        { ...of(update(parts.database)), policy: asked({ violations: [broken] }) },
        other.change({ database: update(other.usual().database) }, { policy: asked({ violations: [there] }) }),
      );
      assert.equal(
        fact,
        `policy: policy database-encrypted (critical) is broken by postgres in shop-aws-prod and shop-gcp-prod: ${words}`,
      );
    });
  }

  it("say it, where the base's pack could not be asked", () =>
    assert.equal(
      said({ ...of(update(parts.database)), packChange: { files: ["policy/a.ts"], failure: "it can't be built" } })[1],
      "pack: the policy pack itself changes, policy/a.ts: the base’s pack could not be asked: it can't be built",
    ));
});
