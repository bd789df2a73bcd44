import assert from "node:assert/strict";
import type { Plan, PlanResource } from "../../../preview/model/plan";
import { resourceOf, resourcesOf } from "../../support/plan-queries";
import { changedPlanOf, planOf, pooled } from "../../support/plans";

const byUrn = (plan: Plan) => new Map(plan.resources.map((resource) => [resource.urn, resource]));

/** Resources that a plan has and another has not. */
function more(plan: Plan, than: Plan): string[] {
  const known = byUrn(than);
  return plan.resources.filter(({ urn }) => !known.has(urn)).map(({ name }) => name);
}

function authsOf(proxy: PlanResource): unknown[] {
  const { auths } = proxy.inputs;
  assert.ok(Array.isArray(auths));
  return auths;
}

describe("aws, when the database's password is rotated", () => {
  let before_: Plan;
  let after_: Plan;
  before(async () => {
    before_ = await planOf("fixture-aws-prod", {}, pooled);
    after_ = await changedPlanOf("fixture-aws-prod", { ...pooled, rotate: { postgres: 2 } });
  });

  it("adds a role and its password, and takes nothing away", () => {
    assert.deepEqual(more(before_, after_), []);
    assert.deepEqual(
      more(after_, before_)
        .filter((name) => !/-compute-/.test(name))
        .sort(),
      [
        "fixture-prod-postgres-password-2",
        ...["", "-value"].map(
          (end) => `fixture-prod-postgres-proxy-credentials-${loginOf(before_).replace(/1$/, "2")}${end}`,
        ),
      ].sort(),
    );
  });

  it("leaves the password of the tasks that run as it was", () => {
    const name = "fixture-prod-postgres-password-1";
    const type = "random:index/randomPassword:RandomPassword";
    assert.deepEqual(resourceOf(after_, type, name).inputs, resourceOf(before_, type, name).inputs);
  });

  it("has a pooler that knows both roles", () => {
    const proxy = (plan: Plan) => resourceOf(plan, "aws:rds/proxy:Proxy", "fixture-prod-postgres-proxy");
    assert.equal(authsOf(proxy(before_)).length, 1);
    assert.equal(authsOf(proxy(after_)).length, 2);
    assert.deepEqual(authsOf(proxy(after_))[1], authsOf(proxy(before_))[0]);
  });

  it("does not touch the database itself", () => {
    const databases = (plan: Plan) => resourcesOf(plan, "aws:rds/instance:Instance").map(({ inputs }) => inputs);
    assert.deepEqual(databases(after_), databases(before_));
  });
});

describe("aws, a copy for a pull request", () => {
  it("leaves no snapshot of its database, which would be one of a hundred", async () => {
    const copy = await changedPlanOf("fixture-aws-dev", { instance: "pr7" });
    const { inputs } = resourceOf(copy, "aws:rds/instance:Instance", "fixture-dev-pr7-postgres-instance");
    assert.equal(inputs.skipFinalSnapshot, true);
    assert.equal(inputs.finalSnapshotIdentifier, undefined);
    const own = await planOf("fixture-aws-dev");
    const { inputs: kept } = resourceOf(own, "aws:rds/instance:Instance", "fixture-dev-postgres-instance");
    assert.equal(kept.skipFinalSnapshot, false);
  });
});

/** The role that signs in, from the name of the pooler's secret for it. */
function loginOf(plan: Plan): string {
  const prefix = "fixture-prod-postgres-proxy-credentials-";
  const [found] = resourcesOf(plan, "aws:secretsmanager/secret:Secret").filter(({ name }) => name.startsWith(prefix));
  assert.ok(found !== undefined);
  return found.name.slice(prefix.length);
}
