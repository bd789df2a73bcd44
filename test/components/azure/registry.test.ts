import assert from "node:assert/strict";
import { at, type Concept, conceptOf } from "../../support/concept";

describe("azure registry", () => {
  let registry: Concept;
  before(async () => {
    registry = await conceptOf("icosistem-azure-prod", "registry");
  });

  it("is one registry and its task", () => {
    registry.isMadeOf([
      ["containerregistry.Registry", "registry"],
      ["containerregistry.Task", "purge"],
      ["random.RandomString", "registry-suffix"],
    ]);
  });

  it("says where images are pushed to", () => {
    const { loginServer } = registry.child("containerregistry.Registry", "registry").outputs;
    assert.deepEqual(registry.outputs, { repositories: { app: `${String(loginServer)}/icosistem/app` } });
  });

  it("has no password, and forgets what has no tag after 14 days", () => {
    registry.has("containerregistry.Registry", "registry", {
      "sku.name": "Premium",
      adminUserEnabled: false,
      anonymousPullEnabled: false,
      zoneRedundancy: "Enabled",
      "policies.retentionPolicy": { days: 14, status: "enabled" },
    });
    assert.equal(registry.child("containerregistry.Registry", "registry").protect, true);
  });

  it("keeps a hundred tagged images, by a task of every day", () => {
    const { inputs } = registry.child("containerregistry.Task", "purge");
    const task = Buffer.from(String(at(inputs, "step.encodedTaskContent")), "base64").toString();
    assert.match(task, /^ {2}- cmd: acr purge --filter 'icosistem\/app:\.\*' --ago 0d --keep 100$/m);
    assert.equal(at(inputs, "trigger.timerTriggers.0.schedule"), "30 3 * * *");
  });
});
