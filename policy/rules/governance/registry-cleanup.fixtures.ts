import type { StackFixtures } from "../../core/fixture";

const fix = "Add a LifecyclePolicy; on Google Cloud cleanupPolicies, on Azure policies.retentionPolicy.";
const ecr = "aws:ecr/repository:Repository";
const artifacts = "gcp:artifactregistry/repository:Repository";
const registry = "azure-native:containerregistry:Registry";

export const fixtures: StackFixtures = {
  stacks: [
    {
      name: "with an end",
      resources: [
        { name: "images", type: ecr, properties: { name: "shop" } },
        {
          name: "policy",
          type: "aws:ecr/lifecyclePolicy:LifecyclePolicy",
          properties: { repository: "shop" },
        },
        { name: "docker", type: artifacts, properties: { cleanupPolicies: [{ id: "old", action: "DELETE" }] } },
        { name: "registry", type: registry, properties: { policies: { retentionPolicy: { status: "enabled" } } } },
      ],
      messages: {},
    },
    {
      name: "for ever",
      resources: [
        { name: "images", type: ecr, properties: { name: "shop" } },
        { name: "docker", type: artifacts, properties: { cleanupPolicies: [] } },
        { name: "registry", type: registry, properties: { policies: { retentionPolicy: { status: "disabled" } } } },
      ],
      messages: {
        images: [`lifecycle policy is not there; required: one of this repository. ${fix}`],
        docker: [`cleanupPolicies is []; required: at least one. ${fix}`],
        registry: [`policies.retentionPolicy.status is "disabled"; required: "enabled". ${fix}`],
      },
    },
  ],
};
