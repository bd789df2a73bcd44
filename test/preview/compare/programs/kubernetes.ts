import { of, type Row, ref } from "./row";

const deployment = of("kubernetes:apps/v1:Deployment");
const statefulSet = of("kubernetes:apps/v1:StatefulSet");
const claim = of("kubernetes:core/v1:PersistentVolumeClaim");
const configMap = of("kubernetes:core/v1:ConfigMap");
const namespace = of("kubernetes:core/v1:Namespace");
const service = of("kubernetes:core/v1:Service");
const job = of("kubernetes:batch/v1:Job");
const scaler = of("kubernetes:autoscaling/v2:HorizontalPodAutoscaler");
const role = of("kubernetes:rbac.authorization.k8s.io/v1:Role");
const release = of("kubernetes:helm.sh/v3:Release");

const web = (image: string, labels = { app: "web" }) => ({
  metadata: { name: "web", namespace: "shop" },
  spec: { selector: { matchLabels: labels }, template: { spec: { containers: [{ name: "web", image }] } } },
});
const disk = (spec: Record<string, unknown> = {}) => ({
  metadata: { name: "data", namespace: "shop" },
  spec: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "10Gi" } }, ...spec },
});
const scaled = (maxReplicas: number) => ({ metadata: { name: "web" }, spec: { minReplicas: 2, maxReplicas } });
const migration = (image: string) => ({
  metadata: { name: "migrate", namespace: "shop" },
  spec: { template: { spec: { containers: [{ name: "migrate", image }] } } },
});

/** Programs on Kubernetes. */
export const kubernetes: readonly Row[] = [
  {
    name: "another image",
    before: [deployment("k1-web", web("web@sha256:1"))],
    after: [deployment("k1-web", web("web@sha256:2"))],
    expected: { "k1-web": "update | spec.template.spec.containers[0].image changed" },
  },
  {
    name: "another selector",
    before: [deployment("k2-web", web("web@sha256:1"))],
    after: [deployment("k2-web", web("web@sha256:1", { app: "shop" }))],
    expected: {
      "k2-web": "replace | spec.selector.matchLabels.app forces a replacement | spec.selector.matchLabels.app changed",
    },
  },
  {
    name: "another storage class",
    before: [claim("k3-data", disk())],
    after: [claim("k3-data", disk({ storageClassName: "fast" }))],
    expected: {
      "k3-data":
        "replace | loses the volume and its files | spec.storageClassName forces a replacement | spec.storageClassName added",
    },
  },
  {
    name: "a larger volume",
    before: [claim("k4-data", disk())],
    after: [claim("k4-data", disk({ resources: { requests: { storage: "20Gi" } } }))],
    expected: { "k4-data": "update | spec.resources.requests.storage changed" },
  },
  {
    name: "another namespace",
    before: [claim("k5-data", disk())],
    after: [claim("k5-data", { ...disk(), metadata: { name: "data", namespace: "store" } })],
    expected: {
      "k5-data":
        "replace | loses the volume and its files | metadata.namespace forces a replacement | metadata.namespace changed",
    },
  },
  {
    name: "settings in a ConfigMap, which the provider makes anew, and who reads it by name",
    before: [
      configMap("k6-settings", { data: { level: "info" } }),
      deployment("k6-web", { spec: { template: { metadata: { annotations: { settings: ref("k6-settings.id") } } } } }),
    ],
    after: [
      configMap("k6-settings", { data: { level: "debug" } }),
      deployment("k6-web", { spec: { template: { metadata: { annotations: { settings: ref("k6-settings.id") } } } } }),
    ],
    expected: {
      "k6-settings": "replace | data.level forces a replacement | data.level changed",
      "k6-web": "update | spec.template.metadata.annotations.settings not comparable",
    },
  },
  {
    name: "a namespace that is taken out",
    before: [namespace("k7-shop", { metadata: { name: "shop" } })],
    after: [],
    expected: { "k7-shop": "delete | loses everything in it | it is no longer in the program" },
  },
  {
    name: "a migration of another image",
    before: [job("k8-migrate", migration("app@sha256:1"), { deleteBeforeReplace: true })],
    after: [job("k8-migrate", migration("app@sha256:2"), { deleteBeforeReplace: true })],
    expected: {
      "k8-migrate":
        "replace | spec.template.spec.containers[0].image forces a replacement | spec.template.spec.containers[0].image changed",
    },
  },
  {
    name: "more replicas",
    before: [scaler("k9-web", scaled(4))],
    after: [scaler("k9-web", scaled(8))],
    expected: { "k9-web": "update | spec.maxReplicas changed" },
  },
  {
    name: "ports in another order",
    before: [
      service("k10-web", {
        spec: {
          ports: [
            { name: "a", port: 1 },
            { name: "b", port: 2 },
          ],
        },
      }),
    ],
    after: [
      service("k10-web", {
        spec: {
          ports: [
            { name: "b", port: 2 },
            { name: "a", port: 1 },
          ],
        },
      }),
    ],
    expected: { "k10-web": "update | spec.ports changed" },
  },
  {
    name: "claims of a StatefulSet",
    before: [statefulSet("k11-db", { spec: { serviceName: "db", volumeClaimTemplates: [] } })],
    after: [statefulSet("k11-db", { spec: { serviceName: "db", volumeClaimTemplates: [disk()] } })],
    expected: {
      // A list that is empty is none to the provider.
      "k11-db": "replace | spec.volumeClaimTemplates forces a replacement | spec.volumeClaimTemplates added",
    },
  },
  {
    name: "a kind that our stacks don't have",
    before: [role("k12-role", { rules: [] })],
    after: [role("k12-role", { rules: [{ verbs: ["get"] }] })],
    expected: { "k12-role": "update | rules[0] added" },
  },
  {
    name: "a type that was not looked up: a release is no object of the API",
    before: [release("k13-queue", { chart: "queue", version: "1.0.0" })],
    after: [release("k13-queue", { chart: "queue", version: "1.1.0" })],
    expected: {
      "k13-queue":
        "may replace | it is unknown which properties of kubernetes:helm.sh/v3:Release force a replacement | version changed",
    },
  },
];
