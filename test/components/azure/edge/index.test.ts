import assert from "node:assert/strict";
import { at, type Concept, conceptOf } from "../../../support/concept";

describe("azure edge", () => {
  let edge: Concept;
  /** A stack that serves a bucket. */
  let served: Concept;
  before(async () => {
    edge = await conceptOf("fixture-azure-prod", "edge");
    served = await conceptOf("small-azure-prod", "edge");
  });

  it("reaches the service by private link and TLS, under a certificate of Front Door", () => {
    edge.has("cdn.Profile", "profile", { "sku.name": "Premium_AzureFrontDoor", originResponseTimeoutSeconds: 60 });
    edge.has("cdn.AFDOrigin", "origin-web", {
      "sharedPrivateLinkResource.groupId": "managedEnvironments",
      "sharedPrivateLinkResource.privateLinkLocation": "westeurope",
      enforceCertificateNameCheck: true,
    });
    const domains = Object.values(edge.children("cdn.AFDCustomDomain")).map(({ inputs }) => [
      inputs.hostName,
      at(inputs, "tlsSettings.minimumTlsVersion"),
    ]);
    assert.deepEqual(domains.sort(), [
      ["api.fixture.example", "TLS12"],
      ["fixture.example", "TLS12"],
      ["www.fixture.example", "TLS12"],
    ]);
  });

  it("sends no probes to a single origin, which would get all traffic anyway", () => {
    edge.has("cdn.AFDOriginGroup", "origin-web-group", { healthProbeSettings: undefined });
  });

  it("reads a bucket as an identity, by HTTPS and without a private link, and says which version it speaks", () => {
    served.has("cdn.AFDOriginGroup", "origin-bucket-assets-group", {
      "authentication.type": "SystemAssignedIdentity",
      "healthProbeSettings.probeProtocol": "Https",
    });
    served.has("cdn.AFDOrigin", "origin-bucket-assets", { sharedPrivateLinkResource: undefined });
    const blobs = served.child("cdn.RuleSet", "route-blobs").id;
    for (const { inputs } of Object.values(served.children("cdn.Route"))) {
      const sets = (inputs.ruleSets as unknown[]).map((set) => at(set, "id"));
      assert.equal(sets.includes(blobs), inputs.originPath !== undefined, String(inputs.routeName));
      assert.equal(inputs.forwardingProtocol, "HttpsOnly");
    }
    served.has("cdn.Rule", "route-blobs-rule-1", {
      "actions.0.parameters.headerName": "x-ms-version",
      "actions.0.parameters.value": "2023-11-03",
    });
  });

  it("has a route for each pair of host and path, and no pair twice", () => {
    const pairs = Object.values(served.children("cdn.Route")).map(({ inputs }) => {
      assert.equal((inputs.customDomains as unknown[]).length, 1);
      assert.equal((inputs.patternsToMatch as unknown[]).length, 1);
      return `${String(at(inputs, "customDomains.0.id"))} ${String(at(inputs, "patternsToMatch.0"))}`;
    });
    assert.ok(pairs.length > 4);
    assert.equal(new Set(pairs).size, pairs.length);
  });

  it("caches static files only, and leaves to the origin what browsers are told", () => {
    const cached = Object.values(edge.children("cdn.Route")).filter(({ inputs }) => inputs.cacheConfiguration);
    assert.deepEqual([...new Set(cached.map(({ inputs }) => at(inputs, "patternsToMatch.0")))].sort(), [
      "/assets/*",
      "/static/*",
    ]);
    // An error would carry the same header, and browsers would keep it.
    const written = Object.values(edge.children("cdn.Rule")).flatMap(({ inputs }) => inputs.actions as unknown[]);
    assert.ok(written.length > 5);
    assert.ok(!written.some((action) => at(action, "parameters.headerName") === "Cache-Control"));
  });

  it("takes records away before the domain that they lead to", () => {
    const domains = Object.entries(edge.children("cdn.AFDCustomDomain"));
    const [domain = ""] = domains.find(([, { inputs }]) => inputs.hostName === "fixture.example") ?? [];
    for (const suffix of ["proof", "a", "aaaa"]) {
      const before = edge.waitsFor("dns.RecordSet", `${domain}-${suffix}`);
      assert.ok(before.has(`fixture-prod-cdn-${domain}`), suffix);
    }
  });

  it("approves anew for a new profile, origin or environment", () => {
    const script = edge.child("resources.AzureCliScript", "approval");
    const asked = script.propertyDependencies.forceUpdateTag ?? [];
    for (const urn of [
      edge.child("cdn.Profile", "profile").urn,
      edge.child("cdn.AFDOrigin", "origin-web").urn,
      edge.plan.resources.find(({ type }) => type === "azure-native:app:ManagedEnvironment")?.urn,
    ]) {
      assert.ok(urn !== undefined && asked.includes(urn), urn);
    }
  });

  it("holds no data, and so has no lock that would refuse a later change", () => {
    assert.deepEqual(Object.keys(edge.children("authorization.ManagementLockByScope")), []);
  });

  it("stops what is denied, then counts", () => {
    const { inputs } = edge.child("frontdoor.Policy", "firewall");
    const rules = at(inputs, "customRules.rules") as unknown[];
    assert.deepEqual(
      rules.map((rule) => [at(rule, "priority"), at(rule, "name"), at(rule, "rateLimitThreshold")]),
      [
        [10, "deniedExtensions", undefined],
        [20, "bodyLimit", undefined],
        [30, "rateapi", 600],
        [40, "ratelogin", 60],
      ],
    );
    // Every operator compares text, and "GreaterThan" would compare its length.
    const operators = new Set(rules.map((rule) => at(rule, "matchConditions.0.operator")));
    assert.deepEqual([...operators], ["RegEx"]);
  });
});
