import assert from "node:assert/strict";
import { planOf } from "../../support/plans";
import { ofFixture, shipped } from "../../support/shipped";

/** What may be left behind when it is deleted, by the property that names what it is in and goes with. */
const within: Readonly<Record<string, string>> = {
  "gcp:secretmanager/secretVersion:SecretVersion": "secret",
  "gcp:sql/database:Database": "instance",
  "gcp:sql/user:User": "instance",
};

describe("what is abandoned on Google Cloud", () => {
  for (const { stack } of [...ofFixture, ...shipped].filter(({ cloud }) => cloud === "gcp")) {
    it(`goes with what it is in, so that nothing of it is met again: ${stack}`, async () => {
      const { resources } = await planOf(stack);
      const abandoned = resources.filter(({ inputs }) => inputs.deletionPolicy === "ABANDON");
      assert.ok(abandoned.length > 0);
      for (const { type, name, propertyDependencies } of abandoned) {
        const urns = propertyDependencies[within[type] ?? ""] ?? [];
        const holders = resources.filter(({ urn, custom }) => custom && urns.includes(urn));
        assert.ok(holders.length > 0, `${type} ${name} stays for good`);
        for (const { inputs, retainOnDelete } of holders) {
          assert.notEqual(inputs.deletionPolicy, "ABANDON", name);
          assert.notEqual(retainOnDelete, true, name);
        }
      }
    });
  }
});
