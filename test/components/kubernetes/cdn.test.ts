import assert from "node:assert/strict";
import { at, type Concept, conceptOf } from "../../support/concept";

const gatewayApi = "gateway.networking.k8s.io/v1";
const hosts = ["icosistem.example", "www.icosistem.example"];
const edge = { "app.kubernetes.io/instance": "icosistem-prod", "isotopo.dev/part": "edge" };

describe("kubernetes cdn", () => {
  let cdn: Concept;
  before(async () => {
    cdn = await conceptOf("icosistem-kubernetes-prod", "cdn");
  });

  it("is a Gateway with a certificate, and a proxy behind it", () => {
    cdn.isMadeOf([
      ["cert-manager.io/v1 Certificate", "certificate", "edge"],
      [`${gatewayApi} Gateway`, "gateway", "edge"],
      [`${gatewayApi} HTTPRoute`, "redirect", "redirect-to-https"],
      [`${gatewayApi} HTTPRoute`, "route", "edge"],
      ["core/v1 ConfigMap", "proxy-config", "edge"],
      ["core/v1 ServiceAccount", "proxy-account", "edge"],
      ["apps/v1 Deployment", "proxy-deployment", "edge"],
      ["core/v1 Service", "proxy-service", "edge"],
      ["autoscaling/v2 HorizontalPodAutoscaler", "proxy-autoscaler", "edge"],
      ["policy/v1 PodDisruptionBudget", "proxy-budget", "edge"],
      ["networking.k8s.io/v1 NetworkPolicy", "proxy-flows", "cdn-proxy-flows"],
    ]);
  });

  it("says where the application is", () => assert.deepEqual(cdn.outputs, { url: "https://icosistem.example" }));

  it("ends TLS for each host, by a certificate that renews itself", () => {
    cdn.has("cert-manager.io/v1 Certificate", "certificate", {
      spec: {
        secretName: "edge-tls",
        dnsNames: hosts,
        privateKey: { algorithm: "ECDSA", size: 256, rotationPolicy: "Always" },
        issuerRef: { name: "letsencrypt", kind: "ClusterIssuer" },
      },
    });
    const same = { namespaces: { from: "Same" } };
    const https = (name: string, hostname: string | undefined) => ({
      name,
      protocol: "HTTPS",
      port: 443,
      hostname,
      allowedRoutes: same,
      tls: { mode: "Terminate", certificateRefs: [{ kind: "Secret", name: "edge-tls" }] },
    });
    cdn.has(`${gatewayApi} Gateway`, "gateway", {
      "spec.gatewayClassName": "eg",
      "spec.listeners": [
        { name: "http", protocol: "HTTP", port: 80, allowedRoutes: same },
        https("https-1", hosts[0]),
        https("https-2", hosts[1]),
      ],
    });
    assert.equal(cdn.child(`${gatewayApi} Gateway`, "gateway").protect, true);
  });

  it("sends HTTP to HTTPS, and HTTPS to the proxy", () => {
    cdn.has(`${gatewayApi} HTTPRoute`, "redirect", {
      "spec.parentRefs": [{ name: "edge", sectionName: "http" }],
      "spec.hostnames": hosts,
      "spec.rules": [{ filters: [{ type: "RequestRedirect", requestRedirect: { scheme: "https", statusCode: 301 } }] }],
    });
    cdn.has(`${gatewayApi} HTTPRoute`, "route", {
      "spec.parentRefs": [
        { name: "edge", sectionName: "https-1" },
        { name: "edge", sectionName: "https-2" },
      ],
      "spec.hostnames": hosts,
      "spec.rules.0.backendRefs": [{ name: "edge", port: 80 }],
      "spec.rules.1": undefined,
    });
  });

  it("is reached by the Gateway's proxies, and reaches the services", () => {
    const gateway = { namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": "envoy-gateway-system" } } };
    const web = { podSelector: { matchLabels: { ...edge, "isotopo.dev/part": "web" } } };
    cdn.has("networking.k8s.io/v1 NetworkPolicy", "proxy-flows", {
      spec: {
        podSelector: { matchLabels: edge },
        policyTypes: ["Ingress", "Egress"],
        ingress: [{ from: [gateway], ports: [{ port: 8080, protocol: "TCP" }] }],
        egress: [{ to: [web], ports: [{ port: 8000, protocol: "TCP" }] }],
      },
    });
  });

  it("runs nginx without rights, two to six times", () => {
    const pod = "spec.template.spec";
    cdn.has("apps/v1 Deployment", "proxy-deployment", {
      [`${pod}.containers.0.image`]: "docker.io/nginxinc/nginx-unprivileged:1.29.5-alpine",
      [`${pod}.automountServiceAccountToken`]: false,
      [`${pod}.securityContext.runAsNonRoot`]: true,
      [`${pod}.securityContext.runAsUser`]: 101,
      [`${pod}.containers.0.securityContext.readOnlyRootFilesystem`]: true,
      [`${pod}.containers.0.securityContext.capabilities`]: { drop: ["ALL"] },
      [`${pod}.containers.0.readinessProbe.httpGet`]: { path: "/-/healthy", port: 8080 },
      "spec.strategy": { type: "RollingUpdate", rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
    });
    cdn.has("core/v1 ServiceAccount", "proxy-account", { automountServiceAccountToken: false });
    cdn.has("autoscaling/v2 HorizontalPodAutoscaler", "proxy-autoscaler", {
      "spec.minReplicas": 2,
      "spec.maxReplicas": 6,
      "spec.scaleTargetRef.name": "edge",
    });
    cdn.has("policy/v1 PodDisruptionBudget", "proxy-budget", { "spec.maxUnavailable": 1 });
  });

  it("limits the application's rates, hides its own name, and refuses large bodies and endings", () => {
    const config = String(at(cdn.child("core/v1 ConfigMap", "proxy-config").inputs, "data.nginx.conf"));
    const lines = config.split("\n").map((line) => line.trim());
    for (const line of [
      "limit_req_zone $binary_remote_addr zone=rate_api:10m rate=10r/s;",
      "limit_req_zone $binary_remote_addr zone=rate_login:10m rate=1r/s;",
      "limit_req_status 429;",
      "server_tokens off;",
      "client_max_body_size 16m;",
      "location ~* \\.(php|jsp|pl|py|asp|sh|cgi)$ { return 403; }",
      ...hosts.map((host) => `server_name ${host};`),
    ]) {
      assert.ok(lines.includes(line), line);
    }
  });

  it("is one proxy in development, which may be interrupted", async () => {
    const small = await conceptOf("icosistem-kubernetes-dev", "cdn");
    small.has("autoscaling/v2 HorizontalPodAutoscaler", "proxy-autoscaler", {
      "spec.minReplicas": 1,
      "spec.maxReplicas": 2,
    });
    assert.deepEqual(small.children("policy/v1 PodDisruptionBudget"), {});
    assert.equal(small.child(`${gatewayApi} Gateway`, "gateway").protect, false);
  });
});
