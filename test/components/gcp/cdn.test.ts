import assert from "node:assert/strict";
import { at, type Concept, conceptOf } from "../../support/concept";

describe("gcp cdn", () => {
  let cdn: Concept;
  before(async () => {
    cdn = await conceptOf("icosistem-gcp-prod", "cdn");
  });

  it("speaks TLS 1.2 or newer, and sends HTTP to HTTPS", () => {
    cdn.has("compute.SSLPolicy", "load-balancer-tls", { profile: "RESTRICTED", minTlsVersion: "TLS_1_2" });
    cdn.has("compute.URLMap", "http-redirect", { "defaultUrlRedirect.httpsRedirect": true });
    const doors = Object.values(cdn.children("compute.GlobalForwardingRule")).map(({ inputs }) => inputs.portRange);
    assert.deepEqual(doors.sort(), ["443", "443", "80", "80"]);
  });

  it("caches by route, the longest path first", () => {
    const { inputs } = cdn.child("compute.URLMap", "routes");
    const rules = at(inputs, "pathMatchers.0.routeRules");
    assert.ok(Array.isArray(rules));
    assert.deepEqual(
      rules.map((rule) => at(rule, "matchRules.0.prefixMatch") ?? at(rule, "matchRules.0.fullPathMatch")),
      ["/static/", "/auth/", "/auth", "/api/", "/"],
    );
    cdn.has("compute.BackendService", "backend-service-web-none", { enableCdn: false, cdnPolicy: undefined });
    cdn.has("compute.BackendService", "backend-service-web-origin", { "cdnPolicy.cacheMode": "USE_ORIGIN_HEADERS" });
    assert.deepEqual(at(inputs, "headerAction.requestHeadersToRemoves"), ["X-Forwarded-Host", "X-Original-URL"]);
  });

  it("denies, then looks for attacks, then counts, then lets in", () => {
    const rules = at(cdn.child("compute.SecurityPolicy", "firewall").inputs, "rules");
    assert.ok(Array.isArray(rules));
    assert.deepEqual(
      rules.map((rule) => at(rule, "description")),
      [
        "denied-extensions",
        "body-limit",
        "sqli-v422-stable",
        "xss-v422-stable",
        "lfi-v422-stable",
        "rfi-v422-stable",
        "rce-v422-stable",
        "scannerdetection-v422-stable",
        "protocolattack-v422-stable",
        "sessionfixation-v422-stable",
        "rate-login",
        "rate-api",
        "all others",
      ],
    );
  });

  it("has a certificate and records per host", () => {
    assert.equal(Object.keys(cdn.children("certificatemanager.Certificate")).length, 2);
    cdn.has("dns.RecordSet", "record-1-a", { name: "icosistem.example.", type: "A" });
    cdn.has("dns.RecordSet", "record-2-aaaa", { name: "www.icosistem.example.", type: "AAAA" });
  });

  it("serves a private bucket to the cache's own agent", async () => {
    const mesio = await conceptOf("mesio-gcp-prod", "cdn");
    const [grant] = Object.values(mesio.children("storage.BucketIAMMember"));
    assert.equal(grant?.inputs.role, "roles/storage.objectViewer");
    assert.match(String(grant?.inputs.member), /^serviceAccount:service-.+@https-lb\.iam\.gserviceaccount\.com$/);
    assert.equal(Object.keys(mesio.children("compute.BackendBucket")).length, 1);
  });
});
