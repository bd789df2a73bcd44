import assert from "node:assert/strict";
import { comparePlans } from "../../../preview/compare/compare";
import { jsonReport } from "../../../preview/formats/json/changes";
import type { Plan } from "../../../preview/model/plan";
import { isWireObject, type Wire } from "../../../preview/model/wire";
import { programPlan, twoRules } from "../programs";

function reported(plans: readonly Plan[]): Record<string, Wire> {
  const content = JSON.parse(
    jsonReport(plans.map((plan) => ({ plan, change: comparePlans(undefined, plan, undefined) }))),
  ) as Wire;
  assert.ok(isWireObject(content));
  return content;
}

describe("the JSON report", () => {
  it("of one stack has the shape of `pulumi preview --json`, and what the policies said", async () => {
    const plan = await programPlan("options");
    const content = reported([plan]);
    const keys = [
      "project",
      "stack",
      "config",
      "steps",
      "changeSummary",
      "diagnostics",
      "duration",
      "unknowns",
      "outputs",
      "policy",
    ];
    assert.deepEqual(Object.keys(content), keys);
    assert.deepEqual(content.config, { "aws:region": "eu-west-1" });
    assert.deepEqual(content.changeSummary, { create: 14, import: 1 });
    assert.deepEqual(content.policy, { packs: [], rules: 0, violations: [], notes: [], judged: [] });
    assert.equal(content.duration, Math.round(plan.durationSeconds * 1e9));
  });

  it("a step says what would be done, and the state that follows", async () => {
    const { steps } = reported([await programPlan("options")]);
    assert.ok(Array.isArray(steps));
    const step = steps.filter(isWireObject).find(({ urn }) => String(urn).endsWith("::file"));
    const { newState } = step ?? {};
    assert.ok(step !== undefined && isWireObject(newState));
    assert.deepEqual(Object.keys(step), ["op", "urn", "provider", "newState", "source"]);
    assert.equal(step.op, "create");
    assert.equal(newState.urn, step.urn);
    assert.deepEqual(Object.keys(newState), [
      ...["urn", "custom", "id", "type", "inputs", "outputs", "parent", "protect"],
      ...["dependencies", "propertyDependencies", "provider", "aliases", "ignoreChanges", "deleteBeforeReplace"],
    ]);
    assert.equal(newState.deleteBeforeReplace, true);
    const kept = steps.filter(isWireObject).find(({ urn }) => String(urn).endsWith("::kept"))?.newState;
    assert.ok(isWireObject(kept));
    assert.deepEqual([kept.retainOnDelete, kept.deleteBeforeReplace], [true, false]);
  });

  it("names the violations", async () => {
    const { policy } = await programPlan("small", { policyPacks: [twoRules] });
    assert.deepEqual(reported([await programPlan("small", { policyPacks: [twoRules] })]).policy, policy);
    assert.equal(policy.violations.length, 2);
  });

  it("of several stacks has each by its name", async () => {
    const plan = await programPlan("small");
    const { stacks } = reported([plan, { ...plan, stack: "prod" }]);
    assert.ok(isWireObject(stacks));
    assert.deepEqual(Object.keys(stacks), ["dev", "prod"]);
    assert.deepEqual(stacks.dev, reported([plan]));
  });
});
