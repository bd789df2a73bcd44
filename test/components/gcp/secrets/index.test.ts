import assert from "node:assert/strict";
import { at, type Child, type Concept, conceptOf } from "../../../support/concept";

const stored = (name: string): Child[] => [
  ["secretmanager.Secret", name],
  ["secretmanager.SecretVersion", `${name}-value`],
];

describe("gcp secrets", () => {
  let secrets: Concept;
  before(async () => {
    secrets = await conceptOf("fixture-gcp-prod", "secrets");
  });

  it("is a secret for each name, with a version that holds its value", () => {
    secrets.isMadeOf([
      ["random.RandomPassword", "secret-key-text"],
      ["random.RandomPassword", "jwt-secret-key-text"],
      ["random.RandomPassword", "backup-encryption-key-text"],
      // SLACK_WEBHOOK_URL is optional and not given
      ...["secret-key", "jwt-secret-key", "backup-encryption-key", "sentry-dsn", "mail-password"].flatMap(stored),
    ]);
  });

  it("stays in the stack's region", () => {
    for (const [suffix, { name, inputs }] of Object.entries(secrets.children("secretmanager.Secret"))) {
      assert.equal(inputs.secretId, name, suffix);
      assert.deepEqual(at(inputs, "replication.userManaged"), { replicas: [{ location: "europe-west1" }] }, suffix);
    }
  });

  it("keeps values out of the plan, and older versions readable for the revisions that name them", () => {
    for (const [suffix, { inputs }] of Object.entries(secrets.children("secretmanager.SecretVersion"))) {
      assert.equal(inputs.secretData, "[secret]", suffix);
      assert.equal(inputs.deletionPolicy, "ABANDON", suffix);
    }
  });
});
