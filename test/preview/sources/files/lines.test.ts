import assert from "node:assert/strict";
import { readYaml } from "../../../../preview/project/yaml/read";
import { manifestsOf } from "../../../../preview/sources/files/manifests";

const text = `apiVersion: v1
kind: Pod
metadata:
  name: web
  annotations:
    "example.com/a b": "yes"
spec:
  hostNetwork: true
  containers:
    - name: one
      image: web
    - { name: two, image: web,
        securityContext: { privileged: true } }
---
apiVersion: v1
kind: List
items:
  - apiVersion: v1
    kind: ConfigMap
    metadata: { name: words }
    data: &shared
      a: b
  - apiVersion: v1
    kind: ConfigMap
    metadata: { name: more }
    data: *shared
`;

describe("the line of a property in a manifest", () => {
  const resources = readYaml(text).documents.flatMap((document) => manifestsOf(document, "all.yaml").resources);
  const lines: [name: string, property: string, line: number][] = [
    ["web", "kind", 2],
    ["web", "spec.hostNetwork", 8],
    ["web", "spec.containers[0].image", 11],
    ["web", "spec.containers[1].image", 12],
    ["web", "spec.containers[1].securityContext.privileged", 13],
    ["web", 'metadata.annotations["example.com/a b"]', 6],
    // What is not written is missing where it should be.
    ["web", "spec.containers[0].securityContext.privileged", 10],
    ["web", "spec.hostPID", 7],
    ["web", "status", 1],
    ["words", "data.a", 22],
    ["more", "metadata.name", 25],
    // An alias repeats what is elsewhere.
    ["more", "data.a", 26],
    ["more", "immutable", 23],
  ];
  for (const [name, property, line] of lines) {
    it(`${name}: ${property} is in line ${line}`, () => {
      assert.equal(resources.find((one) => one.name === name)?.lineOf?.(property), line);
    });
  }

  it("a resource begins where its document or its item does", () => {
    assert.deepEqual(
      resources.map(({ name, source }) => [name, source.line]),
      [
        ["web", 1],
        ["words", 18],
        ["more", 23],
      ],
    );
  });
});
