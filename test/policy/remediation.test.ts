import assert from "node:assert/strict";
import { judge } from "../../policy/core/judge";
import type { Remedies, Remedy } from "../../policy/core/remedy";
import { subjectOf } from "../../policy/core/subject";
import { termsOf } from "../../policy/core/terms";
import { rules } from "../../policy/rules";
import type { PolicyServer } from "../../preview/engine/analyzer";
import { containsSecret, secret, type WireObject } from "../../preview/model/wire";
import { ruleFiles } from "../../tools/policies/rule-files";
import { startPack } from "./pack";
import { wire } from "./variants";

describe("remedies, in the pack's own server", () => {
  let server: PolicyServer;
  let stop = () => {};

  before(async () => {
    ({ server, stop } = await startPack("shop-prod"));
  });
  after(() => stop());
  afterEach(() => server.configure({}));

  const remedied = async (type: string, properties: WireObject) =>
    server.remediate({ type, name: "it", urn: `urn::${type}::it`, properties });

  it("do nothing unless policy config says so", async () => {
    assert.equal(await remedied("aws:cloudtrail/trail:Trail", {}), undefined);
  });

  it("set what is missing, leave the rest, and say who did it", async () => {
    await server.configure({ "logging-audit-trail": "remediate" });
    const remedy = await remedied("aws:cloudtrail/trail:Trail", { name: "audit", enableLogging: false });
    assert.deepEqual(remedy, {
      policies: ["logging-audit-trail"],
      properties: { name: "audit", enableLogging: false, enableLogFileValidation: true, isMultiRegionTrail: true },
    });
  });

  it("keep secrets secret", async () => {
    await server.configure({ "logging-audit-trail": "remediate" });
    const remedy = await remedied("aws:cloudtrail/trail:Trail", { name: secret("audit") });
    assert.ok(remedy !== undefined && containsSecret(remedy.properties.name ?? null));
  });

  it("say nothing of what is right, or of what they are not for", async () => {
    await server.configure({ all: "remediate" });
    const good = { name: "audit", isMultiRegionTrail: true, enableLogFileValidation: true };
    assert.equal(await remedied("aws:cloudtrail/trail:Trail", good), undefined);
    assert.equal(await remedied("aws:iam/role:Role", {}), undefined);
  });

  it("add the tags that policy config gives", async () => {
    await server.configure({ "governance-tags": { enforcementLevel: "remediate", values: ["environment=prod"] } });
    const remedy = await remedied("aws:s3/bucket:Bucket", { tags: { owner: "data" } });
    assert.deepEqual(remedy?.properties, { tags: { owner: "data", environment: "prod" } });
    assert.equal(await remedied("aws:s3/bucket:Bucket", { tags: { environment: "dev" } }), undefined);
  });

  for (const { rule, fixtures } of ruleFiles()) {
    const { remedies } = rule;
    if (remedies === undefined || rule.id === "governance-tags") continue;
    it(`of ${rule.id} put right what they say, in every fixture that fails by it`, async () => {
      assert.ok(!("stacks" in fixtures), "a rule of stacks can't be remedied");
      await server.configure({ [rule.id]: "remediate" });
      let fixed = 0;
      for (const { type, properties, settings = {} } of fixtures.fails) {
        if (Object.keys(settings).length > 0) continue;
        const subject = (of: object) => subjectOf({ type, name: "it", urn: "urn", properties: of, protect: false });
        const remedyOf: Remedies[string] = remedies[subject({}).type] ?? {};
        const own: Remedy = typeof remedyOf === "function" ? remedyOf(termsOf(rule, "prod", {})) : remedyOf;
        const before = judge(rule, subject(wire(properties)), termsOf(rule, "prod", {})).findings;
        const curable = before.filter(({ path }) => Object.hasOwn(own, path));
        if (curable.length === 0) continue;
        const remedy = await remedied(type, wire(properties));
        assert.ok(remedy !== undefined, type);
        const after = judge(rule, subject(remedy.properties), termsOf(rule, "prod", {})).findings;
        assert.deepEqual(
          after.map(({ path }) => path),
          before.filter((finding) => !curable.includes(finding)).map(({ path }) => path),
        );
        fixed += 1;
      }
      assert.ok(fixed > 0, "no fixture is fixed");
    });
  }

  it("are there for at least 10 rules", () => {
    assert.ok(rules.filter(({ remedies }) => remedies !== undefined).length >= 10);
  });
});
