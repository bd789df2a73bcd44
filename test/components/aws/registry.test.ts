import assert from "node:assert/strict";
import { type Concept, conceptOf } from "../../support/concept";
import { jsonInput } from "../../support/plan-queries";

describe("aws registry", () => {
  let registry: Concept;
  before(async () => {
    registry = await conceptOf("icosistem-aws-prod", "registry");
  });

  it("is one repository for each image", () => {
    registry.isMadeOf([
      ["kms.Key", "key"],
      ["ecr.Repository", "app", "icosistem-prod/app"],
      ["ecr.LifecyclePolicy", "app-lifecycle"],
    ]);
  });

  it("says where images are pushed to", () => {
    const { repositoryUrl } = registry.child("ecr.Repository", "app").outputs;
    assert.deepEqual(registry.outputs, { repositories: { app: repositoryUrl } });
  });

  it("scans images, moves no tag, and is encrypted by a key of ours", () => {
    registry.has("ecr.Repository", "app", {
      imageTagMutability: "IMMUTABLE",
      "imageScanningConfiguration.scanOnPush": true,
      encryptionConfigurations: [{ encryptionType: "KMS", kmsKey: registry.child("kms.Key", "key").outputs.arn }],
      forceDelete: false,
    });
    assert.equal(registry.child("ecr.Repository", "app").protect, true);
  });

  it("forgets what has no tag after 14 days, and all but a hundred images", () => {
    const lifecycle = registry.child("ecr.LifecyclePolicy", "app-lifecycle");
    assert.equal(lifecycle.inputs.repository, "icosistem-prod/app");
    const { rules } = jsonInput<{ rules: { selection: unknown; action: unknown }[] }>(lifecycle, "policy");
    assert.deepEqual(
      rules.map(({ selection, action }) => ({ selection, action })),
      [
        {
          selection: { tagStatus: "untagged", countType: "sinceImagePushed", countUnit: "days", countNumber: 14 },
          action: { type: "expire" },
        },
        {
          selection: { tagStatus: "any", countType: "imageCountMoreThan", countNumber: 100 },
          action: { type: "expire" },
        },
      ],
    );
  });
});
