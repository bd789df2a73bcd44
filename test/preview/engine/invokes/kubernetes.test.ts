import assert from "node:assert/strict";
import { resourceOf } from "../../../support/plan-queries";
import { mistakeOf, writtenPlan } from "../../programs";

const manifest = `# Before anything.
---
apiVersion: v1
kind: Pod
metadata: { name: web, annotations: null }
spec:
  hostNetwork: yes
  containers: [{ name: web, image: web, securityContext: { privileged: true } }]
---
kind: Nothing
---
apiVersion: v1
kind: List
items:
  - apiVersion: v1
    kind: ConfigMap
    metadata: { name: words, namespace: shop }
    data: { a: "1" }
`;

describe("functions of the Kubernetes provider", () => {
  it("the resources of manifests are in the plan, as the provider decodes them", async () => {
    const plan = await writtenPlan(
      {
        "m.yaml": manifest,
        "index.js": `const k8s = require("@pulumi/kubernetes");
        const file = new k8s.yaml.ConfigFile("file", { file: "m.yaml" });
        new k8s.yaml.ConfigGroup("group", { yaml: ["apiVersion: v1\\nkind: Namespace\\nmetadata: {name: shop}"] });
        exports.web = file.getResource("v1/Pod", "web").metadata.name;`,
      },
      { config: {} },
    );
    assert.deepEqual(resourceOf(plan, "kubernetes:core/v1:Pod", "web").inputs, {
      apiVersion: "v1",
      kind: "Pod",
      metadata: { name: "web" },
      spec: {
        containers: [{ image: "web", name: "web", securityContext: { privileged: true } }],
        hostNetwork: true,
      },
    });
    assert.deepEqual(resourceOf(plan, "kubernetes:core/v1:ConfigMap", "shop/words").inputs.data, { a: "1" });
    assert.ok(resourceOf(plan, "kubernetes:core/v1:Namespace", "shop"));
    assert.equal(plan.stackOutputs.web, "web");
  });

  const refused: [what: string, text: string, message: RegExp][] = [
    [
      "a chart",
      'new k8s.helm.v3.Chart("db", { chart: "postgresql", fetchOpts: { repo: "https://example.com" } });',
      /the Helm chart "postgresql" is rendered by the Kubernetes provider's plugin, .* can't be known here, nor judged\. Use `pulumi preview`/,
    ],
    [
      "a chart in a folder",
      'new k8s.helm.v3.Chart("db", { path: "./charts/db" });',
      /the Helm chart "\.\/charts\/db" is/,
    ],
    [
      "a Kustomize directory",
      'new k8s.kustomize.Directory("all", { directory: "./overlay" });',
      /the Kustomize directory "\.\/overlay" is rendered by .*`isotopo check` for what `kustomize build` writes/,
    ],
    [
      "a manifest that is no YAML",
      'new k8s.yaml.ConfigGroup("group", { yaml: ["a: 1\\nb: {"] });',
      /the manifest is no YAML: line 3: /,
    ],
  ];
  for (const [what, text, message] of refused) {
    it(`${what} is refused by its name`, async () => {
      const program = `const k8s = require("@pulumi/kubernetes"); ${text}`;
      assert.match(await mistakeOf(writtenPlan(program, { config: {} })), message);
    });
  }
});
