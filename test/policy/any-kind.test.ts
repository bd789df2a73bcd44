import assert from "node:assert/strict";
import { judge } from "../../policy/core/judge";
import { Ledger } from "../../policy/core/ledger";
import { subjectOf } from "../../policy/core/subject";
import { termsOf } from "../../policy/core/terms";
import { providersOf, unjudgedBy, unjudgedNote } from "../../policy/core/unjudged";
import { noteSentence } from "../../policy/protocol/note";
import { rules } from "../../policy/rules";
import { unjudgedIn, unjudgedSentence } from "../../preview/model/unjudged";

const container = { name: "web", image: "web:1", securityContext: { privileged: true } };
const template = { metadata: { labels: {} }, spec: { containers: [container] } };
const [rule] = rules.filter(({ id }) => id === "containers-non-privileged");
const [pinned] = rules.filter(({ id }) => id === "containers-image-pinned");
const [limits] = rules.filter(({ id }) => id === "containers-limits");

function found(of: typeof rule, type: string, properties: object): string[] {
  assert.ok(of !== undefined);
  const subject = subjectOf({ type: `kubernetes:${type}`, name: "a", urn: "urn:a", properties, protect: false });
  return judge(of, subject, termsOf(of, "prod", {})).findings.map(({ path }) => path);
}

describe("the template of a Pod", () => {
  const kinds: [type: string, properties: object, ...paths: string[]][] = [
    ["argoproj.io/v1alpha1:Rollout", { spec: { template } }, "spec.template.spec"],
    ["serving.knative.dev/v1:Service", { spec: { template } }, "spec.template.spec"],
    [
      "apps.kruise.io/v1alpha1:AdvancedCronJob",
      { spec: { template: { jobTemplate: { spec: { template } } } } },
      "spec.template.jobTemplate.spec.template.spec",
    ],
    [
      "example.com/v1:Nightly",
      { spec: { jobTemplate: { spec: { template } } } },
      "spec.jobTemplate.spec.template.spec",
    ],
    ["example.com/v1:Runner", { spec: { podTemplate: template } }, "spec.podTemplate.spec"],
    [
      "ray.io/v1:RayCluster",
      { spec: { headGroupSpec: { template }, workerGroupSpecs: [{ template }] } },
      "spec.headGroupSpec.template.spec",
      "spec.workerGroupSpecs[0].template.spec",
    ],
    [
      "kubeflow.org/v1:PyTorchJob",
      { spec: { pytorchReplicaSpecs: { Master: { template } } } },
      "spec.pytorchReplicaSpecs.Master.template.spec",
    ],
    [
      "template.openshift.io/v1:Template",
      {
        objects: [
          { kind: "Deployment", spec: { template } },
          { kind: "Pod", ...template },
        ],
      },
      "objects[0].spec.template.spec",
      "objects[1].spec",
    ],
    ["apps/v1:Deploymnt", { spec: { template } }, "spec.template.spec"],
    ["example.com/v1:WidgetPatch", { spec: { template } }, "spec.template.spec"],
    ["example.com/v1:None", { spec: { template: { spec: { containers: [] } } } }],
    ["example.com/v1:Texts", { spec: { template: { spec: { containers: ["a"] } } } }],
    ["example.com/v1:Other", { spec: { template: { data: {} }, containers: [container] } }],
    ["core/v1:ConfigMap", { data: { template: "a" } }],
  ];
  for (const [type, properties, ...paths] of kinds) {
    it(`is judged ${paths.length} times in ${type}`, () =>
      assert.deepEqual(
        found(rule, type, properties),
        paths.map((path) => `${path}.containers[0].securityContext.privileged`),
      ));
  }

  it("is judged by a rule that has settings", () => {
    const newest = { spec: { template: { spec: { containers: [{ name: "web", image: "web:latest" }] } } } };
    assert.deepEqual(found(pinned, "argoproj.io/v1alpha1:Rollout", newest), ["spec.template.spec.containers[0].image"]);
  });

  it("is not asked for what an operator completes: where a container has no image, and in a patch", () => {
    const partial = {
      spec: { template: { spec: { containers: [{ name: "web", securityContext: { privileged: true } }] } } },
    };
    assert.equal(found(rule, "postgresql.cnpg.io/v1:Pooler", partial).length, 1);
    assert.equal(found(limits, "postgresql.cnpg.io/v1:Pooler", partial).length, 0);
    assert.equal(found(limits, "example.com/v1:WidgetPatch", { spec: { template } }).length, 0);
    assert.ok(found(limits, "example.com/v1:Widget", { spec: { template } }).length > 0);
  });
});

describe("what no rule is about", () => {
  const provider = { type: "pulumi:providers:x", name: "default", urn: "urn:x", props: {} };
  const resource = (type: string, props: object = {}, provided = true) => ({
    type,
    name: "a",
    urn: `urn:${type}`,
    props,
    ...(provided ? { provider } : {}),
    opts: {
      protect: false,
      ignoreChanges: [],
      aliases: [],
      customTimeouts: { createSeconds: 0, updateSeconds: 0, deleteSeconds: 0 },
      additionalSecretOutputs: [],
    },
    dependencies: [],
    propertyDependencies: {},
    isType: () => false,
    asType: () => undefined,
  });
  const told = unjudgedBy(rules)([
    resource("aws:s3/bucketV2:BucketV2"),
    resource("azure-native:storage/v20230101:StorageAccount"),
    resource("azure:storage/account:Account"),
    resource("azure:storage/account:Account"),
    resource("aws-native:s3:Bucket"),
    resource("kubernetes:apps/v1:Deploymnt"),
    resource("kubernetes:argoproj.io/v1alpha1:Rollout", { spec: { template } }),
    resource("shop:index:Shop", {}, false),
    resource("pulumi:providers:aws"),
    resource("pulumi:pulumi:StackReference"),
    resource("kubernetes:x/v1:Odd (9), y; rules are about all"),
  ]);

  it("is counted by type, without components and what is Pulumi's own", () => {
    assert.deepEqual(Object.fromEntries(told.types), {
      "azure:storage/account:Account": 2,
      "aws-native:s3:Bucket": 1,
      "kubernetes:apps/v1:Deploymnt": 1,
      "kubernetes:x/v1:Odd (9), y; rules are about all": 1,
    });
    assert.equal(told.resources, 8);
  });

  it("is told in words, and as data that reports read, whatever a type is called", () => {
    const data = unjudgedNote(told, providersOf(rules));
    const message = noteSentence(data);
    assert.equal(
      message,
      "no rule is about 5 of 8 resources: aws-native:s3:Bucket (1), azure:storage/account:Account (2), kubernetes:apps/v1:Deploymnt (1), kubernetes:x/v1:Odd??9???y??rules?are?about?all (1); rules are about aws, azure-native, gcp, kubernetes",
    );
    const read = unjudgedIn([{ policy: "unjudged", urn: "", message, data }]);
    assert.ok(read !== undefined);
    assert.deepEqual(
      read.types.map(({ resources }) => resources),
      [1, 2, 1, 1],
    );
    assert.match(
      unjudgedSentence(read),
      /^No rule is about aws-native:s3:Bucket \(1\), .*\. Rules are about aws, azure-native, gcp, kubernetes\.$/,
    );
  });

  it("of several packs is what none of them is about", () => {
    const note = (types: Record<string, number>, providers: string[]) => ({
      policy: "unjudged",
      urn: "",
      message: "",
      data: {
        kind: "unjudged" as const,
        types: Object.entries(types).map(([type, resources]) => ({ type, resources })),
        resources: 3,
        providers,
      },
    });
    const both = unjudgedIn([note({ "a:b:C": 2, "d:e:F": 1 }, ["aws"]), note({ "d:e:F": 1 }, ["a", "gcp"])]);
    assert.deepEqual(both, { types: [{ type: "d:e:F", resources: 1 }], providers: ["a", "aws", "gcp"] });
  });

  it("is nothing before a stack was seen", () => assert.equal(new Ledger().unjudged, undefined));
});
