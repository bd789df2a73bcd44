import assert from "node:assert/strict";
import type { Plan } from "../../../preview/model/plan";
import { at } from "../../support/concept";
import { resourceOf, resourcesOf } from "../../support/plan-queries";
import { changedPlanOf, pooled } from "../../support/plans";
import { shippedCluster } from "./platform";

const policy = "kubernetes:networking.k8s.io/v1:NetworkPolicy";
const tcp = (...ports: number[]) => ports.map((port) => ({ port, protocol: "TCP" }));
const namespace = (name: string) => ({
  namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": name } },
});
const anywhere = { ipBlock: { cidr: "0.0.0.0/0" } };

/** What clusters differ in, all of it different from the common one. */
const kubernetes = {
  ...shippedCluster,
  dns: { namespace: "openshift-dns", ports: [5353], nodeCidrs: [] },
  apiServerPorts: [16443],
  databaseOperatorNamespace: "openshift-operators",
  monitoringNamespace: "monitoring",
  monitoringLabels: { release: "kube-prometheus-stack" },
  egressCidrs: ["10.20.0.0/16"],
  backupName: "second",
  objectStorage: { endpoint: "https://s3.acme.example:9000", region: "eu" },
};

describe("kubernetes on another cluster than the common one", () => {
  let plan: Plan;
  before(async () => {
    plan = await changedPlanOf("fixture-kubernetes-prod", { ...pooled, kubernetes });
  });
  const specOf = (name: string, path: string) =>
    at(resourceOf(plan, policy, `fixture-prod-${name}`).inputs, `spec.${path}`);

  it("resolves names where the cluster does", () => {
    assert.deepEqual(specOf("network-dns", "egress"), [
      {
        to: [namespace("openshift-dns")],
        ports: [
          { port: 5353, protocol: "UDP" },
          { port: 5353, protocol: "TCP" },
        ],
      },
    ]);
  });

  it("lets the database reach the API server and the object storage at their ports", () => {
    assert.deepEqual((specOf("postgres-instances", "egress") as unknown[]).slice(1), [
      { to: [anywhere], ports: tcp(16443) },
      { to: [anywhere], ports: tcp(9000) },
    ]);
    assert.deepEqual((specOf("postgres-pooler-pods", "egress") as unknown[]).slice(1), [
      { to: [anywhere], ports: tcp(16443) },
    ]);
  });

  it("lets the operator in from where it runs", () => {
    assert.deepEqual(at(specOf("postgres-instances", "ingress"), "1.from.1"), namespace("openshift-operators"));
  });

  it("has the database measured, and lets nobody else read the numbers", () => {
    const from = [namespace("monitoring")];
    assert.deepEqual(at(specOf("postgres-instances", "ingress"), "2"), { from, ports: tcp(9187) });
    assert.deepEqual(at(specOf("postgres-pooler-pods", "ingress"), "1"), { from, ports: tcp(9127) });
    const monitors = resourcesOf(plan, "kubernetes:monitoring.coreos.com/v1:PodMonitor");
    assert.deepEqual(
      monitors.map(({ inputs }) => [
        at(inputs, "metadata.name"),
        at(inputs, "spec.selector.matchLabels"),
        at(inputs, "spec.podMetricsEndpoints"),
      ]),
      [
        ["postgres", { "cnpg.io/cluster": "postgres", "cnpg.io/podRole": "instance" }, [{ port: "metrics" }]],
        ["postgres-pooler", { "cnpg.io/poolerName": "postgres-pooler" }, [{ port: "metrics" }]],
      ],
    );
    for (const { inputs } of monitors) {
      const labels = at(inputs, "metadata.labels") as Record<string, string>;
      assert.deepEqual([labels.release, labels.app], ["kube-prometheus-stack", "fixture"]);
    }
  });

  it("lets workloads reach the private ranges that are named, at the same ports", () => {
    const [flow] = specOf("compute-web-flows", "egress") as { to: unknown[]; ports: unknown[] }[];
    assert.deepEqual(flow?.to[1], { ipBlock: { cidr: "10.20.0.0/16" } });
    assert.deepEqual(flow?.ports, tcp(443, 587, 9000));
  });

  it("archives under the name that it is given, and draws none", () => {
    const cluster = resourceOf(plan, "kubernetes:postgresql.cnpg.io/v1:Cluster", "fixture-prod-postgres-cluster");
    assert.equal(at(cluster.inputs, "spec.plugins.0.parameters.serverName"), "second-pg15");
    assert.deepEqual(resourcesOf(plan, "random:index/randomId:RandomId"), []);
  });
});
