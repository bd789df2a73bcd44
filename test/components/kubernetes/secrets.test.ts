import assert from "node:assert/strict";
import { type Concept, conceptOf } from "../../support/concept";
import { changedPlanOf } from "../../support/plans";

const external = "external-secrets.io/v1 ExternalSecret";
const generator = "generators.external-secrets.io/v1alpha1 Password";
const generated = ["secret-key", "jwt-secret-key", "backup-encryption-key"];

describe("kubernetes secrets", () => {
  let secrets: Concept;
  before(async () => {
    secrets = await conceptOf("icosistem-kubernetes-prod", "secrets");
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
    ["sentry-dsn", "icosistem/prod/SENTRY_DSN"],
    ["mail-password", "icosistem/prod/MAIL_PASSWORD"],
  ] as const) {
    it(`${suffix}: from the cluster's store`, () => {
      secrets.has(external, suffix, {
        "spec.secretStoreRef": { kind: "ClusterSecretStore", name: "cluster-secrets" },
        "spec.target.name": suffix,
        "spec.data": [{ secretKey: "value", remoteRef: { key } }],
      });
    });
  }

  it("a value that the stack gives is a Secret, and no text of the plan", async () => {
    const plan = await changedPlanOf("icosistem-kubernetes-prod", { secrets: { MAIL_PASSWORD: "correct horse" } });
    const given = plan.resources.filter(({ name }) => name === "icosistem-prod-secrets-mail-password");
    assert.deepEqual(
      given.map(({ type, inputs }) => [type, inputs.stringData]),
      [["kubernetes:core/v1:Secret", "[secret]"]],
    );
    assert.ok(!JSON.stringify(plan).includes("correct horse"));
  });
});
