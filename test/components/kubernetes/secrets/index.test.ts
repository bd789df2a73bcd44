import assert from "node:assert/strict";
import type { Plan } from "../../../../preview/model/plan";
import { at, type Concept, conceptOf } from "../../../support/concept";
import { resourceOf } from "../../../support/plan-queries";
import { changedPlanOf } from "../../../support/plans";

const external = "external-secrets.io/v1 ExternalSecret";
const generator = "generators.external-secrets.io/v1alpha1 Password";
const generated = ["secret-key", "jwt-secret-key", "backup-encryption-key"];

describe("kubernetes secrets", () => {
  let secrets: Concept;
  before(async () => {
    secrets = await conceptOf("fixture-kubernetes-prod", "secrets");
  });

  it("is one ExternalSecret for each, and a generator for those that the cluster makes", () => {
    secrets.isMadeOf([
      [external, "secret-key", "secret-key"],
      [generator, "secret-key-generator", "secret-key"],
      [external, "jwt-secret-key", "jwt-secret-key"],
      [generator, "jwt-secret-key-generator", "jwt-secret-key"],
      [external, "backup-encryption-key", "backup-encryption-key"],
      [generator, "backup-encryption-key-generator", "backup-encryption-key"],
      [external, "sentry-dsn", "sentry-dsn"],
      [external, "mail-password", "mail-password"], // SLACK_WEBHOOK_URL is optional and not given
    ]);
  });

  it("says which there are, and not what they hold", () => {
    assert.deepEqual(secrets.outputs, {
      names: ["SECRET_KEY", "JWT_SECRET_KEY", "BACKUP_ENCRYPTION_KEY", "SENTRY_DSN", "MAIL_PASSWORD"],
    });
  });

  for (const name of generated) {
    it(`${name}: 256 bits of letters and digits, kept when the object goes`, () => {
      secrets.has(generator, `${name}-generator`, {
        spec: { length: 43, digits: 10, symbols: 0, noUpper: false, allowRepeat: true },
      });
      secrets.has(external, name, {
        "spec.target.name": name,
        "spec.target.deletionPolicy": "Retain",
        "spec.target.template.type": "Opaque",
        "spec.target.template.data": { value: "{{ .password }}" },
        "spec.dataFrom.0.sourceRef.generatorRef": {
          apiVersion: "generators.external-secrets.io/v1alpha1",
          kind: "Password",
          name,
        },
        "spec.secretStoreRef": undefined,
      });
    });
  }

  for (const [suffix, key] of [
    ["sentry-dsn", "fixture/prod/SENTRY_DSN"],
    ["mail-password", "fixture/prod/MAIL_PASSWORD"],
  ] as const) {
    it(`${suffix}: from the cluster's store`, () => {
      secrets.has(external, suffix, {
        "spec.secretStoreRef": { kind: "ClusterSecretStore", name: "cluster-secrets" },
        "spec.target.name": suffix,
        "spec.data": [{ secretKey: "value", remoteRef: { key } }],
      });
    });
  }

  for (const suffix of ["sentry-dsn", "mail-password"]) {
    it(`${suffix}: is there before anything that needs it starts`, async () => {
      secrets.has(external, suffix, { "metadata.annotations.pulumi.com/waitFor": "condition=Ready" });
      const compute = await conceptOf("fixture-kubernetes-prod", "compute");
      assert.ok(compute.waitsFor("batch/v1 Job", "migrate").has(`fixture-prod-secrets-${suffix}`));
    });
  }

  describe("a value that the stack gives", () => {
    const given = (value: string) => changedPlanOf("fixture-kubernetes-prod", { secrets: { MAIL_PASSWORD: value } });
    const annotation = (plan: Plan) =>
      at(
        resourceOf(plan, "kubernetes:apps/v1:Deployment", "fixture-prod-compute-web").inputs,
        "spec.template.metadata.annotations.isotopo.dev/secrets",
      );

    it("is a Secret of a name that the store's never had, and no text of the plan", async () => {
      const plan = await given("correct horse");
      const found = plan.resources.filter(({ name }) => name === "fixture-prod-secrets-mail-password");
      assert.deepEqual(
        found.map(({ type, inputs }) => [type, at(inputs, "metadata.name"), inputs.stringData]),
        [["kubernetes:core/v1:Secret", "mail-password-given", "[secret]"]],
      );
      assert.ok(!JSON.stringify(plan).includes("correct horse"));
    });

    it("starts what uses it anew when it changes", async () => {
      const [one, other] = [annotation(await given("correct horse")), annotation(await given("battery staple"))];
      assert.match(String(one), /(^|,)MAIL_PASSWORD=[0-9a-f]{10}(,|$)/);
      assert.notEqual(one, other);
      assert.ok(!String(annotation(secrets.plan)).includes("MAIL_PASSWORD"));
    });
  });
});
