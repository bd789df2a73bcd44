import assert from "node:assert/strict";
import { hash } from "../../../../components/kubernetes/hash";
import { images } from "../../../../components/kubernetes/own-images";
import { at, type Child, type Concept, conceptOf } from "../../../support/concept";
import { changedPlanOf } from "../../../support/plans";
import { shippedCluster } from "../platform";

const gatewayApi = "gateway.networking.k8s.io/v1";
const hosts = [
  { host: "fixture.example", slug: "fixture-example-983b29" },
  { host: "www.fixture.example", slug: "www-fixture-example-88da13" },
  { host: "api.fixture.example", slug: "api-fixture-example-ba583d" },
];
const edgePods = { "app.kubernetes.io/instance": "fixture-prod", "isotopo.dev/part": "edge" };

describe("kubernetes edge", () => {
  let edge: Concept;
  before(async () => {
    edge = await conceptOf("fixture-kubernetes-prod", "edge");
  });

  it("is a Gateway with a certificate, and a proxy behind it", () => {
    edge.isMadeOf([
      ...hosts.flatMap(({ slug }): Child[] => [
        ["cert-manager.io/v1 Certificate", `certificate-${slug}`, `edge-${slug}`],
        [`${gatewayApi} HTTPRoute`, `redirect-${slug}`, `redirect-${slug}`],
        [`${gatewayApi} HTTPRoute`, `route-${slug}`, `edge-${slug}`],
      ]),
      [`${gatewayApi} Gateway`, "gateway", "edge"],
      ["core/v1 ConfigMap", "proxy-config", "edge-<hash>"],
      ["core/v1 ServiceAccount", "proxy-account", "edge"],
      ["apps/v1 Deployment", "proxy-deployment", "edge"],
      ["core/v1 Service", "proxy-service", "edge"],
      ["autoscaling/v2 HorizontalPodAutoscaler", "proxy-autoscaler", "edge"],
      ["policy/v1 PodDisruptionBudget", "proxy-budget", "edge"],
      ["networking.k8s.io/v1 NetworkPolicy", "proxy-flows", "cdn-proxy-flows"],
    ]);
  });

  it("says where the application is", () => assert.deepEqual(edge.outputs, { url: "https://fixture.example" }));

  it("ends TLS for each host, by a certificate of its own that renews itself, and is there before its listener", () => {
    const same = { namespaces: { from: "Same" } };
    for (const { host, slug } of hosts) {
      edge.has("cert-manager.io/v1 Certificate", `certificate-${slug}`, {
        "metadata.annotations.pulumi.com/waitFor": "condition=Ready",
        spec: {
          secretName: `edge-tls-${slug}`,
          dnsNames: [host],
          privateKey: { algorithm: "ECDSA", size: 256, rotationPolicy: "Always" },
          issuerRef: { name: "letsencrypt", kind: "ClusterIssuer" },
        },
      });
      assert.ok(
        edge.waitsFor(`${gatewayApi} Gateway`, "gateway").has(`fixture-prod-cdn-certificate-${slug}`),
        "or a listener would have no certificate",
      );
    }
    edge.has(`${gatewayApi} Gateway`, "gateway", {
      "spec.gatewayClassName": "eg",
      "spec.listeners": [
        { name: "http", protocol: "HTTP", port: 80, allowedRoutes: same },
        ...hosts.map(({ host, slug }) => ({
          name: `https-${slug}`,
          protocol: "HTTPS",
          port: 443,
          hostname: host,
          allowedRoutes: same,
          tls: { mode: "Terminate", certificateRefs: [{ kind: "Secret", name: `edge-tls-${slug}` }] },
        })),
      ],
    });
    assert.equal(edge.child(`${gatewayApi} Gateway`, "gateway").protect, true);
  });

  it("sends HTTP to HTTPS, and HTTPS to the proxy, for each host", () => {
    for (const { host, slug } of hosts) {
      edge.has(`${gatewayApi} HTTPRoute`, `redirect-${slug}`, {
        "spec.parentRefs": [{ name: "edge", sectionName: "http" }],
        "spec.hostnames": [host],
        "spec.rules": [
          { filters: [{ type: "RequestRedirect", requestRedirect: { scheme: "https", statusCode: 301 } }] },
        ],
      });
      edge.has(`${gatewayApi} HTTPRoute`, `route-${slug}`, {
        "spec.parentRefs": [{ name: "edge", sectionName: `https-${slug}` }],
        "spec.hostnames": [host],
        "spec.rules": [{ backendRefs: [{ name: "edge", port: 80 }], timeouts: { request: "0s" } }],
      });
    }
  });

  it("is reached by the Gateway's proxies, and reaches the services", () => {
    const gateway = { namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": "envoy-gateway-system" } } };
    const pods = (part: string) => ({ podSelector: { matchLabels: { ...edgePods, "isotopo.dev/part": part } } });
    edge.has("networking.k8s.io/v1 NetworkPolicy", "proxy-flows", {
      spec: {
        podSelector: { matchLabels: edgePods },
        policyTypes: ["Ingress", "Egress"],
        ingress: [{ from: [gateway], ports: [{ port: 8080, protocol: "TCP" }] }],
        egress: [
          { to: [pods("web")], ports: [{ port: 8000, protocol: "TCP" }] },
          { to: [pods("api")], ports: [{ port: 5000, protocol: "TCP" }] },
        ],
      },
    });
  });

  it("runs nginx without rights, two to six times", () => {
    const pod = "spec.template.spec";
    edge.has("apps/v1 Deployment", "proxy-deployment", {
      [`${pod}.containers.0.image`]: images.edge,
      [`${pod}.automountServiceAccountToken`]: false,
      [`${pod}.securityContext.runAsNonRoot`]: true,
      [`${pod}.securityContext.runAsUser`]: 101,
      [`${pod}.containers.0.securityContext.readOnlyRootFilesystem`]: true,
      [`${pod}.containers.0.securityContext.capabilities`]: { drop: ["ALL"] },
      [`${pod}.containers.0.readinessProbe.httpGet`]: { path: "/-/healthy", port: 8080 },
      "spec.strategy": { type: "RollingUpdate", rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
    });
    edge.has("core/v1 ServiceAccount", "proxy-account", { automountServiceAccountToken: false });
    edge.has("autoscaling/v2 HorizontalPodAutoscaler", "proxy-autoscaler", {
      "spec.minReplicas": 2,
      "spec.maxReplicas": 6,
      "spec.scaleTargetRef.name": "edge",
    });
    edge.has("policy/v1 PodDisruptionBudget", "proxy-budget", {
      "spec.maxUnavailable": 1,
      "spec.unhealthyPodEvictionPolicy": "AlwaysAllow",
    });
  });

  it("has its files by a name that says what is in them, so that a Pod of before finds those of before", async () => {
    const map = edge.child("core/v1 ConfigMap", "proxy-config");
    const name = at(map.inputs, "metadata.name");
    assert.equal(name, `edge-${hash(JSON.stringify(at(map.inputs, "data")))}`);
    assert.equal(at(map.inputs, "immutable"), true);
    edge.has("apps/v1 Deployment", "proxy-deployment", { "spec.template.spec.volumes.0.configMap.name": name });
    const denied = await changedPlanOf("fixture-kubernetes-prod", {
      overrides: { edge: { deniedCidrs: ["203.0.113.0/24"] } },
    });
    const other = denied.resources.find((resource) => resource.name === map.name);
    assert.notEqual(other && at(other.inputs, "metadata.name"), name);
  });

  it("comes after what it leads to, and stops after what it has begun", () => {
    assert.ok(edge.waitsFor("apps/v1 Deployment", "proxy-deployment").has("fixture-prod-compute-web"));
    edge.has("apps/v1 Deployment", "proxy-deployment", {
      "spec.template.spec.terminationGracePeriodSeconds": 70, // 5 to leave, 60 for the slowest route, 5 to spare
      "spec.template.spec.containers.0.lifecycle": { preStop: { sleep: { seconds: 5 } } },
    });
  });

  it("has room for two workers, and takes no more of a node's disk than it says", () => {
    const pod = "spec.template.spec";
    // 32 bodies of 16 MiB and 64 beside, twice the cache's 528, and 256 for logs.
    const disk = { "ephemeral-storage": "1888Mi" };
    edge.has("apps/v1 Deployment", "proxy-deployment", {
      [`${pod}.containers.0.resources`]: {
        requests: { cpu: "250m", memory: "128Mi", ...disk },
        limits: { cpu: "2", memory: "512Mi", ...disk },
      },
      [`${pod}.volumes.1`]: { name: "cache", emptyDir: { sizeLimit: "1056Mi" } },
      [`${pod}.volumes.2`]: { name: "tmp", emptyDir: { sizeLimit: "576Mi" } },
      [`${pod}.topologySpreadConstraints.0.matchLabelKeys`]: ["pod-template-hash"],
      [`${pod}.topologySpreadConstraints.1.matchLabelKeys`]: ["pod-template-hash"],
    });
  });

  it("takes clients' addresses from the proxies that the stack trusts", async () => {
    const changed = await changedPlanOf("fixture-kubernetes-prod", {
      kubernetes: { ...shippedCluster, trustedProxies: ["192.0.2.0/24", "100.64.0.0/10"] },
    });
    const map = changed.resources.find(({ name }) => name === "fixture-prod-cdn-proxy-config");
    const config = String(map && at(map.inputs, "data.nginx.conf"));
    assert.ok(config.includes("set_real_ip_from 192.0.2.0/24;\n  set_real_ip_from 100.64.0.0/10;"));
    assert.ok(config.includes("real_ip_recursive on;"));
  });

  it("limits the application's rates, hides its own name, and refuses large bodies and endings", () => {
    const config = String(at(edge.child("core/v1 ConfigMap", "proxy-config").inputs, "data.nginx.conf"));
    const lines = config.split("\n").map((line) => line.trim());
    for (const line of [
      "limit_req_zone $client zone=rate_api:10m rate=10r/s;",
      "limit_req_zone $client zone=rate_login:10m rate=1r/s;",
      "limit_req_status 429;",
      "server_tokens off;",
      "client_max_body_size 16m;",
      "location ~* \\.(php|jsp|pl|py|asp|sh|cgi)$ { return 403; }",
      ...hosts.map(({ host }) => `server_name ${host};`),
    ]) {
      assert.ok(lines.includes(line), line);
    }
  });

  it("is one proxy in development, which may be interrupted", async () => {
    const small = await conceptOf("fixture-kubernetes-dev", "edge");
    small.has("autoscaling/v2 HorizontalPodAutoscaler", "proxy-autoscaler", {
      "spec.minReplicas": 1,
      "spec.maxReplicas": 2,
    });
    assert.deepEqual(small.children("policy/v1 PodDisruptionBudget"), {});
    assert.equal(small.child(`${gatewayApi} Gateway`, "gateway").protect, false);
  });
});
