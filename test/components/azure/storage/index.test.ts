import assert from "node:assert/strict";
import { at, type Child, type Concept, conceptOf } from "../../../support/concept";

describe("azure storage", () => {
  let storage: Concept;
  before(async () => {
    storage = await conceptOf("fixture-azure-prod", "storage");
  });

  it("is an account and a container for each bucket, with a private address", () => {
    const account = (bucket: string): Child[] => [
      ["storage.StorageAccount", bucket],
      ["random.RandomString", `${bucket}-suffix`],
      ["storage.BlobServiceProperties", `${bucket}-service`],
      ["storage.ManagementPolicy", `${bucket}-lifecycle`],
      ["storage.BlobContainer", `${bucket}-container`],
      ["network.PrivateEndpoint", `${bucket}-endpoint`],
      ["network.PrivateDnsZoneGroup", `${bucket}-endpoint-name`],
      ["authorization.ManagementLockByScope", `${bucket}-lock`],
    ];
    storage.isMadeOf(["uploads", "assets", "exports"].flatMap(account));
    assert.deepEqual(storage.outputs, {
      bucketNames: { uploads: "uploads", assets: "assets", exports: "exports" },
    });
  });

  it("takes identities and nothing else, over TLS 1.2, from the network", () => {
    storage.has("storage.StorageAccount", "uploads", {
      allowBlobPublicAccess: false,
      allowSharedKeyAccess: false,
      allowCrossTenantReplication: false,
      enableHttpsTrafficOnly: true,
      minimumTlsVersion: "TLS1_2",
      publicNetworkAccess: "Disabled",
      networkRuleSet: { defaultAction: "Deny", bypass: "None" },
    });
    storage.has("storage.BlobContainer", "uploads-container", { publicAccess: "None" });
    storage.has("network.PrivateEndpoint", "uploads-endpoint", {
      "privateLinkServiceConnections.0.groupIds": ["blob"],
      "privateLinkServiceConnections.0.privateLinkServiceId": storage.child("storage.StorageAccount", "uploads").id,
    });
  });

  it("keeps versions, is copied to the paired region, and is hard to delete", () => {
    storage.has("storage.StorageAccount", "uploads", { "sku.name": "Standard_GZRS" });
    storage.has("storage.BlobServiceProperties", "uploads-service", {
      isVersioningEnabled: true,
      deleteRetentionPolicy: { enabled: true, days: 7 },
      containerDeleteRetentionPolicy: { enabled: true, days: 7 },
    });
    assert.equal(storage.child("storage.StorageAccount", "uploads").protect, true);
    assert.equal(storage.child("storage.BlobContainer", "uploads-container").protect, true);
    storage.has("authorization.ManagementLockByScope", "uploads-lock", {
      level: "CanNotDelete",
      scope: storage.child("storage.StorageAccount", "uploads").id,
    });
  });

  it("forgets earlier versions after 90 days, and nothing else", () => {
    const { inputs } = storage.child("storage.ManagementPolicy", "uploads-lifecycle");
    assert.deepEqual(at(inputs, "policy.rules.0.definition.actions"), {
      version: { delete: { daysAfterCreationGreaterThan: 90 } },
    });
  });

  it("stays in the region in development, and can be deleted", async () => {
    const small = await conceptOf("fixture-azure-dev", "storage");
    small.has("storage.StorageAccount", "uploads", { "sku.name": "Standard_ZRS" });
    assert.deepEqual(Object.keys(small.children("authorization.ManagementLockByScope")), []);
  });
});
