import assert from "node:assert/strict";
import { type Concept, conceptOf } from "../../../support/concept";

describe("kubernetes storage", () => {
  let storage: Concept;
  before(async () => {
    storage = await conceptOf("fixture-kubernetes-prod", "storage");
  });

  it("is where the buckets are, and the keys to them", () => {
    storage.isMadeOf([
      ["external-secrets.io/v1 ExternalSecret", "credentials", "object-storage"],
      ["core/v1 ConfigMap", "uploads", "bucket-uploads"],
      ["core/v1 ConfigMap", "assets", "bucket-assets"],
      ["core/v1 ConfigMap", "exports", "bucket-exports"],
    ]);
  });

  it("says how the buckets are called", () => {
    assert.deepEqual(storage.outputs, {
      bucketNames: {
        uploads: "fixture-prod-uploads",
        assets: "fixture-prod-assets",
        exports: "fixture-prod-exports",
      },
    });
  });

  it("tells a bucket's name and place", () => {
    storage.has("core/v1 ConfigMap", "uploads", {
      data: { name: "fixture-prod-uploads", endpoint: "https://objects.example", region: "us-east-1" },
    });
  });

  it("brings the keys in from the cluster's store", () => {
    const remoteRef = (property: string) => ({ key: "fixture/prod/object-storage", property });
    storage.has("external-secrets.io/v1 ExternalSecret", "credentials", {
      "spec.secretStoreRef": { kind: "ClusterSecretStore", name: "cluster-secrets" },
      "spec.target": { name: "object-storage", creationPolicy: "Owner", deletionPolicy: "Retain" },
      "spec.data": [
        { secretKey: "access-key-id", remoteRef: remoteRef("access-key-id") },
        { secretKey: "secret-access-key", remoteRef: remoteRef("secret-access-key") },
      ],
    });
  });

  it("has one entry for each bucket of a small application", async () => {
    const one = await conceptOf("small-kubernetes-prod", "storage");
    assert.deepEqual(one.outputs, { bucketNames: { assets: "small-prod-assets" } });
    assert.deepEqual(Object.keys(one.children("core/v1 ConfigMap")), ["assets"]);
  });
});
