import assert from "node:assert/strict";
import { at, type Concept, conceptOf } from "../../../support/concept";
import { resourceOf } from "../../../support/plan-queries";
import { changedPlanOf } from "../../../support/plans";

describe("kubernetes logins of the database", () => {
  let postgres: Concept;
  before(async () => {
    postgres = await conceptOf("fixture-kubernetes-prod", "postgres");
  });

  for (const [suffix, username] of [
    ["admin", "isotopo_admin"],
    ["login-1", "fixture_user_1"],
  ] as const) {
    it(`makes the password of ${username} in the cluster, and the database after it`, () => {
      postgres.has("generators.external-secrets.io/v1alpha1 Password", `${suffix}-generator`, {
        "spec.length": 40,
        "spec.symbols": 0,
      });
      postgres.has("external-secrets.io/v1 ExternalSecret", suffix, {
        "spec.target.name": `postgres-${suffix}`,
        "spec.target.deletionPolicy": "Retain",
        "spec.target.template.type": "kubernetes.io/basic-auth",
        // Without it, the operator does not look at a Secret when it changes.
        "spec.target.template.metadata.labels": { "cnpg.io/reload": "true" },
        "spec.target.template.data": { username, password: "{{ .password }}" },
      });
      const before = postgres.waitsFor("postgresql.cnpg.io/v1 Cluster", "cluster");
      assert.ok(before.has(`fixture-prod-postgres-${suffix}`));
    });
  }

  it("rotates by another login beside the one before, and an administrator's password by another Secret", async () => {
    const plan = await changedPlanOf("fixture-kubernetes-prod", { rotate: { postgres: 2, "postgres.admin": 2 } });
    const secrets = plan.resources.filter(
      ({ type, name }) => type.endsWith(":ExternalSecret") && name.startsWith("fixture-prod-postgres-"),
    );
    assert.deepEqual(secrets.map(({ inputs }) => at(inputs, "spec.target.name")).sort(), [
      "postgres-admin-v2",
      "postgres-login-1",
      "postgres-login-2",
    ]);
    const cluster = resourceOf(plan, "kubernetes:postgresql.cnpg.io/v1:Cluster", "fixture-prod-postgres-cluster");
    assert.equal(at(cluster.inputs, "spec.bootstrap.initdb.secret.name"), "postgres-admin-v2");
    const web = resourceOf(plan, "kubernetes:apps/v1:Deployment", "fixture-prod-compute-web");
    const env = JSON.stringify(at(web.inputs, "spec.template.spec.containers.0.env"));
    assert.ok(env.includes("postgres-login-2") && env.includes("fixture_user_2"));
    assert.ok(!env.includes("postgres-login-1") && !env.includes("postgres-admin"));
  });
});
