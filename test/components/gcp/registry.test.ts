import assert from "node:assert/strict";
import { type Concept, conceptOf } from "../../support/concept";

const repository = "artifactregistry.Repository";

describe("gcp registry", () => {
  let registry: Concept;
  before(async () => {
    registry = await conceptOf("icosistem-gcp-prod", "registry");
  });

  it("is a repository for each image", () => {
    registry.isMadeOf([[repository, "app"]]);
    registry.has(repository, "app", { repositoryId: "icosistem-prod-app", location: "europe-west1", format: "DOCKER" });
    assert.equal(registry.child(repository, "app").protect, true);
  });

  it("says where images are pushed to", () => {
    const { registryUri } = registry.child(repository, "app").outputs;
    assert.equal(typeof registryUri, "string");
    assert.deepEqual(registry.outputs, { repositories: { app: `${String(registryUri)}/app` } });
  });

  it("scans what is pushed, and lets nobody move a tag", () => {
    registry.has(repository, "app", {
      dockerConfig: { immutableTags: true },
      vulnerabilityScanningConfig: { enablementConfig: "INHERITED" },
    });
  });

  it("keeps the newest hundred, and forgets what has no tag after 14 days", () => {
    registry.has(repository, "app", {
      cleanupPolicies: [
        { id: "untagged", action: "DELETE", condition: { tagState: "UNTAGGED", olderThan: "1209600s" } },
        { id: "tagged", action: "DELETE", condition: { tagState: "TAGGED" } },
        { id: "newest", action: "KEEP", mostRecentVersions: { keepCount: 100 } },
      ],
    });
  });
});
