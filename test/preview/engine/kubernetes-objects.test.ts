import assert from "node:assert/strict";
import { keptInputs } from "../../../preview/engine/kubernetes-objects";
import { secret, unknown, type WireObject } from "../../../preview/model/wire";

const deployment = "kubernetes:apps/v1:Deployment";

const pod = (container: WireObject, more: WireObject = {}): WireObject => ({
  spec: { template: { spec: { containers: [container], ...more } } },
});

/** Seen with Pulumi's provider of 2026-01-15 (k8s.io/api 0.33.3) in `pulumi preview --json`. */
const rows: readonly { name: string; type?: string; given: WireObject; kept: WireObject }[] = [
  {
    name: "a number that is zero, and a text that is empty, are left out",
    given: pod({
      name: "web",
      env: [
        { name: "A", value: "" },
        { name: "B", value: "b" },
      ],
      livenessProbe: { initialDelaySeconds: 0, periodSeconds: 10 },
    }),
    kept: pod({ name: "web", env: [{ name: "A" }, { name: "B", value: "b" }], livenessProbe: { periodSeconds: 10 } }),
  },
  {
    name: "what is false is left out where it means nothing else, and so are empty lists and maps",
    given: pod(
      { name: "web", args: [], securityContext: { privileged: false } },
      { hostNetwork: false, nodeSelector: {}, automountServiceAccountToken: false },
    ),
    kept: pod({ name: "web", securityContext: { privileged: false } }, { automountServiceAccountToken: false }),
  },
  {
    name: "zero replicas stay: none given would be one",
    given: { spec: { replicas: 0, minReadySeconds: 0 } },
    kept: { spec: { replicas: 0 } },
  },
  {
    name: "quantities are written in one form",
    given: pod({ name: "web", resources: { limits: { cpu: "1000m", memory: "1024Mi" }, requests: { cpu: 0.5 } } }),
    kept: pod({ name: "web", resources: { limits: { cpu: "1", memory: "1Gi" }, requests: { cpu: "500m" } } }),
  },
  {
    name: "an object that is empty stays",
    type: "kubernetes:networking.k8s.io/v1:NetworkPolicy",
    given: { spec: { podSelector: {}, ingress: [], policyTypes: ["Ingress"] } },
    kept: { spec: { podSelector: {}, policyTypes: ["Ingress"] } },
  },
  {
    name: "what is secret is left out too, and stays secret where it is kept",
    given: pod({
      name: "web",
      env: secret([
        { name: "A", value: secret("") },
        { name: "B", value: secret("b") },
      ]),
    }),
    kept: pod({ name: "web", env: secret([{ name: "A" }, { name: "B", value: secret("b") }]) }),
  },
  {
    name: "nothing is done to an object of which something is not known yet",
    given: pod({ name: unknown, livenessProbe: { initialDelaySeconds: 0 } }),
    kept: pod({ name: unknown, livenessProbe: { initialDelaySeconds: 0 } }),
  },
  {
    name: "nothing is done to an operator's kind",
    type: "kubernetes:postgresql.cnpg.io/v1:Cluster",
    given: { spec: { instances: 0, resources: { limits: { memory: "1024Mi" } } } },
    kept: { spec: { instances: 0, resources: { limits: { memory: "1024Mi" } } } },
  },
  {
    name: "a patch is an object of its kind",
    type: "kubernetes:apps/v1:DeploymentPatch",
    given: { spec: { minReadySeconds: 0 } },
    kept: { spec: {} },
  },
];

describe("inputs of Kubernetes' objects, as their provider keeps them", () => {
  for (const { name, type = deployment, given, kept } of rows) {
    it(name, () => assert.deepEqual(keptInputs(type, given), kept));
  }
});
