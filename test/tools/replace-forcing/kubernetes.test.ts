import assert from "node:assert/strict";
import { kubernetesTypes } from "../../../tools/replace-forcing/kubernetes";

const types = [
  "kubernetes:apps/v1:Deployment",
  "kubernetes:apps/v1:DeploymentList",
  "kubernetes:apps/v1:DeploymentPatch",
  "kubernetes:core/v1:Pod",
  "kubernetes:core/v1:Node",
  "kubernetes:helm.sh/v3:Release",
  "kubernetes:meta/v1:Status",
];

describe("Kubernetes' kinds in Pulumi's names", () => {
  it("have their name and namespace, and the paths of their kind without those below another", () => {
    const sdk = { aliases: new Map(), inputs: new Map(), resources: new Map(types.map((type) => [type, []])) };
    const byKind = {
      "apps/v1:Deployment": ["spec.selector", "spec.selector.matchLabels", "spec.selectors"],
      "/v1:Pod": ["spec.containers[*].image"],
    };
    const deployment = "metadata.name metadata.namespace spec.selector spec.selectors";
    assert.deepEqual(kubernetesTypes(byKind, sdk), {
      "kubernetes:apps/v1:Deployment": deployment,
      "kubernetes:apps/v1:DeploymentPatch": deployment,
      "kubernetes:core/v1:Pod": "metadata.name metadata.namespace spec.containers[].image",
      "kubernetes:core/v1:Node": "metadata.name metadata.namespace",
    });
  });
});
