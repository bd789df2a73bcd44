import assert from "node:assert/strict";
import type { Check } from "../../policy/core/rule";
import { View } from "../../policy/core/view";
import { ofPodContainers } from "../../policy/kinds/pods";
import { aloneInProd } from "./context";

const pod = { containers: [{ name: "a" }], initContainers: [{ name: "b" }], ephemeralContainers: [{ name: "c" }] };
const template = { template: { spec: pod } };

/** Where each kind has its Pod's specification (Kubernetes API reference). */
const shapes: readonly [kinds: readonly string[], properties: object, path: string][] = [
  [["core/v1:Pod"], { spec: pod }, "spec"],
  [["core/v1:PodTemplate"], template, "template.spec"],
  [
    ["core/v1:ReplicationController", "batch/v1:Job", "apps/v1:Deployment", "apps/v1:StatefulSet", "apps/v1:DaemonSet"],
    { spec: template },
    "spec.template.spec",
  ],
  [["apps/v1:ReplicaSet", "extensions/v1beta1:Deployment"], { spec: template }, "spec.template.spec"],
  [
    ["batch/v1:CronJob", "batch/v1beta1:CronJob"],
    { spec: { jobTemplate: { spec: template } } },
    "spec.jobTemplate.spec.template.spec",
  ],
];

describe("kinds that make Pods", () => {
  const checks: Record<string, Check> = ofPodContainers((container) => [
    { path: container.path, found: container.at("name").shown(), required: "nothing" },
  ]);

  for (const [kinds, properties, path] of shapes) {
    for (const kind of kinds) {
      it(kind, () => {
        const found = checks[`kubernetes:${kind}`]?.(View.of(properties), aloneInProd);
        assert.deepEqual(
          found?.map((finding) => `${finding.path} ${finding.found}`),
          [`${path}.containers[0] "a"`, `${path}.initContainers[0] "b"`, `${path}.ephemeralContainers[0] "c"`],
        );
      });
    }
  }

  for (const properties of [
    {},
    { spec: null },
    { spec: "text" },
    { spec: { template: [] } },
    { spec: { template: { spec: { containers: "x" } } } },
  ]) {
    it(`finds no container in ${JSON.stringify(properties)}`, () => {
      assert.deepEqual(checks["kubernetes:apps/v1:Deployment"]?.(View.of(properties), aloneInProd), []);
    });
  }
});
