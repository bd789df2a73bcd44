import assert from "node:assert/strict";
import { at, type Concept } from "../../../support/concept";
import { registryOf } from "../../../support/registries";

describe("azure registry", () => {
  let registry: Concept;
  before(async () => {
    registry = await registryOf("fixture-azure");
  });

  it("is one registry and its task, in a group of their own", () => {
    registry.isMadeOf([
      ["resources.ResourceGroup", "group"],
      ["containerregistry.Registry", "registry"],
      ["containerregistry.Task", "purge"],
      ["random.RandomString", "registry-suffix"],
    ]);
    registry.has("resources.ResourceGroup", "group", { resourceGroupName: "fixture-registry" });
    assert.equal(registry.child("resources.ResourceGroup", "group").protect, true);
  });

  it("says where images are pushed to", () => {
    const server = String(registry.child("containerregistry.Registry", "registry").outputs.loginServer);
    assert.deepEqual(registry.outputs, {
      repositories: { app: `${server}/fixture/app`, api: `${server}/fixture/api` },
    });
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

  it("keeps a hundred tagged images and every release, by a task of every day", () => {
    const { inputs } = registry.child("containerregistry.Task", "purge");
    const task = Buffer.from(String(at(inputs, "step.encodedTaskContent")), "base64").toString();
    const command = /^ {2}- cmd: (.*)$/m.exec(task)?.[1];
    assert.equal(
      command,
      "acr purge --filter 'fixture/app:^(?!release-).*' --filter 'fixture/api:^(?!release-).*' --ago 0d --keep 100",
    );
    assert.equal(at(inputs, "trigger.timerTriggers.0.schedule"), "30 3 * * *");
  });

  it("lets other identities pull, and do nothing else", async () => {
    const principal = "11111111-2222-3333-4444-555555555555";
    const shared = await registryOf("fixture-azure", { pullers: [principal] });
    shared.has("authorization.RoleAssignment", `puller-${principal}`, {
      principalId: principal,
      scope: shared.child("containerregistry.Registry", "registry").id,
    });
    const role = String(shared.child("authorization.RoleAssignment", `puller-${principal}`).inputs.roleDefinitionId);
    assert.ok(role.endsWith("/7f951dda-4ed3-4680-a7ca-43fe172d538d"), role);
  });
});
