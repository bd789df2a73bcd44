import assert from "node:assert/strict";
import { conceptOf } from "../../../support/concept";

describe("gcp storage", () => {
  it("is a private, versioned bucket with access by identity alone, unique by its project", async () => {
    const storage = await conceptOf("fixture-gcp-prod", "storage");
    storage.has("storage.Bucket", "uploads", {
      name: "fixture-prod-uploads-fixture-prod-example",
      location: "EUROPE-WEST1",
      uniformBucketLevelAccess: true,
      publicAccessPrevention: "enforced",
      "versioning.enabled": true,
      forceDestroy: false,
    });
    assert.equal(storage.child("storage.Bucket", "uploads").protect, true);
  });

  it("can be emptied and deleted in dev", async () => {
    const storage = await conceptOf("fixture-gcp-dev", "storage");
    storage.has("storage.Bucket", "uploads", { forceDestroy: true });
  });
});
