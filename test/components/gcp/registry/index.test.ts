import assert from "node:assert/strict";
import type { Concept } from "../../../support/concept";
import { registryOf, registryPlanOf } from "../../../support/registries";

const repository = "artifactregistry.Repository";

describe("gcp registry", () => {
  let registry: Concept;
  before(async () => {
    registry = await registryOf("fixture-gcp");
  });

  it("is one repository for all images of the application", () => {
    registry.isMadeOf([[repository, "repository"]]);
    registry.has(repository, "repository", { repositoryId: "fixture", location: "europe-west1", format: "DOCKER" });
    assert.equal(registry.child(repository, "repository").protect, true);
  });

  it("says where images are pushed to", () => {
    const uri = String(registry.child(repository, "repository").outputs.registryUri);
    assert.deepEqual(registry.outputs, { repositories: { app: `${uri}/app`, api: `${uri}/api` } });
  });

  it("scans what is pushed, and lets nobody move a tag", () => {
    registry.has(repository, "repository", {
      dockerConfig: { immutableTags: true },
      vulnerabilityScanningConfig: { enablementConfig: "INHERITED" },
    });
  });

  it("forgets what has no tag after 14 days, and nothing that has one: such a tag can't be deleted", () => {
    registry.has(repository, "repository", {
      cleanupPolicies: [
        { id: "untagged", action: "DELETE", condition: { tagState: "UNTAGGED", olderThan: "1209600s" } },
      ],
    });
  });

  it("lets Cloud Run of other projects read this repository", async () => {
    const shared = await registryOf("fixture-gcp", { pullers: ["111111111111", "222222222222"] });
    const grants = shared.children("artifactregistry.RepositoryIamMember");
    assert.deepEqual(
      Object.entries(grants).map(([suffix, { inputs }]) => [suffix, inputs]),
      ["111111111111", "222222222222"].map((number) => [
        `puller-${number}`,
        {
          repository: shared.child(repository, "repository").outputs.name,
          location: "europe-west1",
          role: "roles/artifactregistry.reader",
          member: `serviceAccount:service-${number}@serverless-robot-prod.iam.gserviceaccount.com`,
        },
      ]),
    );
  });

  it("is encrypted by a key of its own where that is asked for, which the registry may use first", async () => {
    const own = await registryOf("fixture-gcp", { customerManagedKeys: true });
    own.has(repository, "repository", { kmsKeyName: own.child("kms.CryptoKey", "key").id });
    assert.ok(own.waitsFor(repository, "repository").has("fixture-registry-key-grant"));
  });

  for (const [keys, apis] of [
    [false, ["artifactregistry"]],
    [true, ["artifactregistry", "cloudkms"]],
  ] as const) {
    it(`enables what it is made by first, ${keys ? "with" : "without"} a key of its own`, async () => {
      const plan = await registryPlanOf("fixture-gcp", { customerManagedKeys: keys });
      const services = plan.resources.filter(({ type }) => type === "gcp:projects/service:Service");
      assert.deepEqual(
        services.map(({ inputs }) => inputs.service),
        apis.map((api) => `${api}.googleapis.com`),
      );
      const made = await registryOf("fixture-gcp", { customerManagedKeys: keys });
      assert.ok(made.waitsFor(repository, "repository").has("fixture-apis-artifactregistry"));
      if (!keys) return;
      assert.ok(made.waitsFor("kms.KeyRing", "key-ring").has("fixture-apis-cloudkms"));
      assert.ok(made.waitsFor("projects.ServiceIdentity", "key-agent").has("fixture-apis-artifactregistry"));
    });
  }
});
