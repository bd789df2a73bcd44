import assert from "node:assert/strict";
import { contentName, physicalName } from "../../../../components/contract";
import { at, type Concept, conceptOf } from "../../../support/concept";

describe("gcp edge", () => {
  let edge: Concept;
  before(async () => {
    edge = await conceptOf("fixture-gcp-prod", "edge");
  });

  it("speaks TLS 1.2 or newer, and sends HTTP to HTTPS", () => {
    edge.has("compute.SSLPolicy", "load-balancer-tls", { profile: "RESTRICTED", minTlsVersion: "TLS_1_2" });
    edge.has("compute.URLMap", "http-redirect", { "defaultUrlRedirect.httpsRedirect": true });
    const doors = Object.values(edge.children("compute.GlobalForwardingRule")).map(({ inputs }) => inputs.portRange);
    assert.deepEqual(doors.sort(), ["443", "443", "80", "80"]);
  });

  it("caches by route, the longest path first", () => {
    const { inputs } = edge.child("compute.URLMap", "routes");
    const rules = at(inputs, "pathMatchers.0.routeRules");
    assert.ok(Array.isArray(rules));
    assert.deepEqual(
      rules.map((rule) => at(rule, "matchRules.0.prefixMatch") ?? at(rule, "matchRules.0.fullPathMatch")),
      ["/home", "/api/exports/", "/static/", "/assets/", "/auth/", "/auth", "/api/", "/"],
    );
    edge.has("compute.BackendService", "backend-service-web-none", { enableCdn: false, cdnPolicy: undefined });
    edge.has("compute.BackendService", "backend-service-web-origin", { "cdnPolicy.cacheMode": "USE_ORIGIN_HEADERS" });
    assert.deepEqual(at(inputs, "headerAction.requestHeadersToRemoves"), ["X-Forwarded-Host", "X-Original-URL"]);
  });

  it("denies, then looks for attacks, then counts, then lets in", () => {
    const rules = at(edge.child("compute.SecurityPolicy", "firewall").inputs, "rules");
    assert.ok(Array.isArray(rules));
    const managed = rules.map((rule) => String(at(rule, "description"))).filter((name) => name.endsWith("-stable"));
    const priorities = rules.map((rule) => Number(at(rule, "priority")));
    assert.deepEqual(
      [...priorities].sort((a, b) => a - b),
      priorities,
    );
    assert.deepEqual(
      rules.map((rule) => at(rule, "description")),
      ["denied-extensions", "body-limit", ...managed, "rate-login", "rate-api", "all others"],
    );
    assert.deepEqual(
      [...managed].sort(),
      ["generic", "lfi", "protocolattack", "rce", "rfi", "scannerdetection", "sessionfixation", "sqli", "xss"].map(
        (rule) => `${rule}-v422-stable`,
      ),
    );
  });

  it("looks at as much of a body as there is to have", () => {
    edge.has("compute.SecurityPolicy", "firewall", { "advancedOptionsConfig.requestBodyInspectionSize": "64KB" });
  });

  it("asks for no redirect to HTTPS where a request is HTTPS already, which its map may not", async () => {
    for (const stack of ["fixture-gcp-prod", "small-gcp-prod"]) {
      const { inputs } = (await conceptOf(stack, "edge")).child("compute.URLMap", "routes");
      assert.doesNotMatch(JSON.stringify(inputs), /httpsRedirect/, stack);
    }
  });

  it("has a certificate and records per host, all named by it", () => {
    const hosts = ["fixture.example", "www.fixture.example", "api.fixture.example"];
    for (const [kind, parts] of [
      ["certificatemanager.DnsAuthorization", ["authorization"]],
      ["certificatemanager.Certificate", []],
      ["certificatemanager.CertificateMapEntry", ["entry"]],
    ] as const) {
      const found = Object.values(edge.children(kind)).map(({ name }) => name);
      const named = hosts.map((host) =>
        physicalName([`${edge.component.name}-certificate`, ...parts, contentName(host)], 55),
      );
      assert.deepEqual(found.sort(), named.sort(), kind);
    }
    for (const host of hosts) {
      edge.has("dns.RecordSet", `record-${contentName(host)}-a`, { name: `${host}.`, type: "A" });
      edge.has("dns.RecordSet", `record-${contentName(host)}-aaaa`, { name: `${host}.`, type: "AAAA" });
    }
  });

  it("tells browsers to keep nothing but answers that are well", async () => {
    const small = await conceptOf("small-gcp-prod", "edge");
    for (const concept of [edge, small]) {
      const said = JSON.stringify(concept.child("compute.URLMap", "routes").inputs);
      assert.doesNotMatch(said, /"headerValue":"public|immutable/);
      for (const { inputs } of Object.values(concept.children("compute.BackendBucket"))) {
        assert.doesNotMatch(JSON.stringify(inputs.customResponseHeaders), /Cache-Control/);
        assert.equal(at(inputs, "cdnPolicy.negativeCaching"), false);
      }
    }
    const [files] = Object.entries(edge.children("compute.BackendService")).filter(([name]) => name.includes("static"));
    assert.ok(files !== undefined);
    assert.deepEqual(
      [at(files[1].inputs, "cdnPolicy.cacheMode"), typeof at(files[1].inputs, "cdnPolicy.clientTtl")],
      ["FORCE_CACHE_ALL", "number"],
    );
  });

  it("tells the application who asks, whatever a client says of itself", () => {
    for (const [name, { inputs }] of Object.entries(edge.children("compute.BackendService")))
      assert.deepEqual(inputs.customRequestHeaders, ["X-Real-IP: {client_ip_address}"], name);
  });

  it("serves a private bucket to the cache's own agent", async () => {
    const small = await conceptOf("small-gcp-prod", "edge");
    const [grant] = Object.values(small.children("storage.BucketIAMMember"));
    assert.equal(grant?.inputs.role, "roles/storage.objectViewer");
    assert.match(String(grant?.inputs.member), /^serviceAccount:service-.+@https-lb\.iam\.gserviceaccount\.com$/);
    assert.equal(Object.keys(small.children("compute.BackendBucket")).length, 1);
  });
});
