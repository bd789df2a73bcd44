import assert from "node:assert/strict";
import { type Child, type Concept, conceptOf } from "../../../support/concept";

const stored = (name: string): Child[] => [
  ["secretsmanager.Secret", name],
  ["secretsmanager.SecretVersion", `${name}-value`],
];

describe("aws secrets", () => {
  let secrets: Concept;
  before(async () => {
    secrets = await conceptOf("fixture-aws-prod", "secrets");
  });

  it("is one entry of Secrets Manager for each, by a key of ours", () => {
    secrets.isMadeOf([
      ["kms.Key", "key"],
      ["random.RandomPassword", "secret-key-text"],
      ["random.RandomPassword", "jwt-secret-key-text"],
      ["random.RandomPassword", "backup-encryption-key-text"],
      ...["secret-key", "jwt-secret-key", "backup-encryption-key"].flatMap(stored),
      ...["sentry-dsn", "mail-password"].flatMap(stored), // SLACK_WEBHOOK_URL is optional and not given
    ]);
  });

  it("says which there are, and not what they hold", () => {
    assert.deepEqual(secrets.outputs, {
      names: ["SECRET_KEY", "JWT_SECRET_KEY", "BACKUP_ENCRYPTION_KEY", "SENTRY_DSN", "MAIL_PASSWORD"],
      keyArn: secrets.child("kms.Key", "key").outputs.arn,
    });
  });

  it("tells where each comes from, and can have it back for 30 days", () => {
    const found = Object.entries(secrets.children("secretsmanager.Secret")).map(([suffix, { inputs }]) => [
      suffix,
      inputs.description,
      inputs.kmsKeyId === secrets.outputs.keyArn,
      inputs.recoveryWindowInDays,
    ]);
    assert.deepEqual(found.sort(), [
      ["backup-encryption-key", "BACKUP_ENCRYPTION_KEY, generated", true, 30],
      ["jwt-secret-key", "JWT_SECRET_KEY, generated", true, 30],
      ["mail-password", "MAIL_PASSWORD, from the mail provider", true, 30],
      ["secret-key", "SECRET_KEY, generated", true, 30],
      ["sentry-dsn", "SENTRY_DSN, from Sentry, project settings, client keys", true, 30],
    ]);
  });

  it("generates 256 bits of letters and digits, anew with a new version only", () => {
    for (const { inputs } of Object.values(secrets.children("random.RandomPassword"))) {
      assert.deepEqual(inputs, { length: 43, special: false, keepers: { version: "1" } });
    }
  });

  it("shows no text of any", () => {
    const versions = Object.values(secrets.children("secretsmanager.SecretVersion"));
    assert.deepEqual(
      versions.map(({ inputs }) => inputs.secretString),
      Array(5).fill("[secret]"),
    );
    for (const { outputs } of Object.values(secrets.children("random.RandomPassword"))) {
      assert.equal(outputs.result, "[secret]");
    }
  });

  it("has a key that turns every year and is deleted slowly", () => {
    secrets.has("kms.Key", "key", { enableKeyRotation: true, deletionWindowInDays: 30 });
    assert.equal(secrets.child("kms.Key", "key").protect, true);
  });
});
