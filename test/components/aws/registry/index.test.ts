import assert from "node:assert/strict";
import type { Concept } from "../../../support/concept";
import { jsonInput } from "../../../support/plan-queries";
import { registryOf } from "../../../support/registries";

interface Rule {
  selection: { tagStatus: string; tagPrefixList?: string[] };
  action: unknown;
}

describe("aws registry", () => {
  let registry: Concept;
  before(async () => {
    registry = await registryOf("fixture-aws");
  });

  it("is one repository for each image, by the application's name and the image's", () => {
    registry.isMadeOf([
      ["kms.Key", "key"],
      ["ecr.Repository", "app", "fixture/app"],
      ["ecr.LifecyclePolicy", "app-lifecycle"],
      ["ecr.Repository", "api", "fixture/api"],
      ["ecr.LifecyclePolicy", "api-lifecycle"],
    ]);
  });

  it("says where images are pushed to", () => {
    const url = (image: string) => registry.child("ecr.Repository", image).outputs.repositoryUrl;
    assert.deepEqual(registry.outputs, { repositories: { app: url("app"), api: url("api") } });
    assert.deepEqual(registry.plan.stackOutputs, registry.outputs);
  });

  it("scans images, moves no tag, and is encrypted by a key of ours", () => {
    registry.has("ecr.Repository", "app", {
      imageTagMutability: "IMMUTABLE",
      "imageScanningConfiguration.scanOnPush": true,
      encryptionConfigurations: [{ encryptionType: "KMS", kmsKey: registry.child("kms.Key", "key").outputs.arn }],
      forceDelete: false,
    });
    assert.equal(registry.child("ecr.Repository", "app").protect, true);
    registry.has("kms.Key", "key", { deletionWindowInDays: 30, enableKeyRotation: true });
  });

  it("keeps releases before all else, forgets what has no tag after 14 days, and all but a hundred images", () => {
    const lifecycle = registry.child("ecr.LifecyclePolicy", "app-lifecycle");
    assert.equal(lifecycle.inputs.repository, "fixture/app");
    const { rules } = jsonInput<{ rules: (Rule & { rulePriority: number })[] }>(lifecycle, "policy");
    assert.deepEqual(
      rules.map(({ rulePriority, selection, action }) => ({ rulePriority, selection, action })),
      [
        {
          rulePriority: 1,
          selection: {
            tagStatus: "tagged",
            tagPrefixList: ["release-"],
            countType: "imageCountMoreThan",
            countNumber: 9999,
          },
          action: { type: "expire" },
        },
        {
          rulePriority: 2,
          selection: { tagStatus: "untagged", countType: "sinceImagePushed", countUnit: "days", countNumber: 14 },
          action: { type: "expire" },
        },
        {
          rulePriority: 3,
          selection: { tagStatus: "any", countType: "imageCountMoreThan", countNumber: 100 },
          action: { type: "expire" },
        },
      ],
    );
  });

  it("lets other accounts pull from each repository, and do nothing else", async () => {
    const shared = await registryOf("fixture-aws", { pullers: ["222222222222", "111111111111"] });
    const policies = shared.children("ecr.RepositoryPolicy");
    assert.deepEqual(Object.keys(policies).sort(), ["api-pullers", "app-pullers"]);
    for (const [suffix, policy] of Object.entries(policies)) {
      assert.equal(policy.inputs.repository, `fixture/${suffix.replace("-pullers", "")}`);
      assert.deepEqual(jsonInput<{ Statement: unknown }>(policy, "policy").Statement, [
        {
          Sid: "Pull",
          Effect: "Allow",
          Principal: { AWS: ["arn:aws:iam::111111111111:root", "arn:aws:iam::222222222222:root"] },
          Action: ["ecr:BatchCheckLayerAvailability", "ecr:GetDownloadUrlForLayer", "ecr:BatchGetImage"],
        },
      ]);
    }
  });
});
