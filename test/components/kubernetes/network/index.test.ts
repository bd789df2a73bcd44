import assert from "node:assert/strict";
import { at, type Concept, conceptOf } from "../../../support/concept";

describe("kubernetes network", () => {
  let network: Concept;
  before(async () => {
    network = await conceptOf("fixture-kubernetes-prod", "network");
  });

  it("is a namespace, two policies and an authority", () => {
    network.isMadeOf([
      ["core/v1 Namespace", "namespace", "fixture-prod"],
      ["networking.k8s.io/v1 NetworkPolicy", "default-deny", "default-deny"],
      ["networking.k8s.io/v1 NetworkPolicy", "dns", "network-dns"],
      ["cert-manager.io/v1 Issuer", "internal-bootstrap", "internal-bootstrap"],
      ["cert-manager.io/v1 Certificate", "authority", "internal-authority"],
      ["cert-manager.io/v1 Issuer", "internal", "internal"],
    ]);
  });

  it("says which namespace it is", () => assert.deepEqual(network.outputs, { networkId: "fixture-prod" }));

  it("lets restricted Pods in only, and is hard to delete", () => {
    const { inputs, protect } = network.child("core/v1 Namespace", "namespace");
    const labels = Object.entries(at(inputs, "metadata.labels") as Record<string, string>);
    assert.deepEqual(labels.filter(([name]) => name.startsWith("pod-security.kubernetes.io/")).sort(), [
      ["pod-security.kubernetes.io/audit", "restricted"],
      ["pod-security.kubernetes.io/audit-version", "latest"],
      ["pod-security.kubernetes.io/enforce", "restricted"],
      ["pod-security.kubernetes.io/enforce-version", "latest"],
      ["pod-security.kubernetes.io/warn", "restricted"],
      ["pod-security.kubernetes.io/warn-version", "latest"],
    ]);
    assert.equal(protect, true);
  });

  it("denies every Pod every connection but to DNS", () => {
    network.has("networking.k8s.io/v1 NetworkPolicy", "default-deny", {
      spec: { podSelector: {}, policyTypes: ["Ingress", "Egress"] },
    });
    network.has("networking.k8s.io/v1 NetworkPolicy", "dns", {
      spec: {
        podSelector: {},
        policyTypes: ["Egress"],
        egress: [
          {
            to: [{ namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": "kube-system" } } }],
            ports: [
              { port: 53, protocol: "UDP" },
              { port: 53, protocol: "TCP" },
            ],
          },
          {
            to: [{ ipBlock: { cidr: "169.254.20.10/32" } }], // NodeLocal DNSCache
            ports: [
              { port: 53, protocol: "UDP" },
              { port: 53, protocol: "TCP" },
            ],
          },
        ],
      },
    });
  });

  it("has an authority of its own, whose key stays", () => {
    network.has("cert-manager.io/v1 Issuer", "internal-bootstrap", { spec: { selfSigned: {} } });
    network.has("cert-manager.io/v1 Certificate", "authority", {
      "spec.isCA": true,
      "spec.duration": "87600h0m0s",
      "spec.secretName": "internal-authority",
      "spec.privateKey": { algorithm: "ECDSA", size: 256, rotationPolicy: "Never" },
      "spec.issuerRef": { name: "internal-bootstrap", kind: "Issuer" },
    });
    network.has("cert-manager.io/v1 Issuer", "internal", { spec: { ca: { secretName: "internal-authority" } } });
  });

  it("puts every object of the stack into its namespace, after it", () => {
    for (const { type, inputs, urn } of network.plan.resources) {
      if (!type.startsWith("kubernetes:") || type.endsWith(":Namespace")) continue;
      assert.equal(at(inputs, "metadata.namespace"), "fixture-prod", urn);
    }
    assert.ok(
      network.waitsFor("networking.k8s.io/v1 NetworkPolicy", "default-deny").has("fixture-prod-network-namespace"),
    );
  });
});
