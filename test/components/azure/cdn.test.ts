import assert from "node:assert/strict";
import { at, type Concept, conceptOf } from "../../support/concept";

describe("azure cdn", () => {
  let cdn: Concept;
  before(async () => {
    cdn = await conceptOf("icosistem-azure-prod", "cdn");
  });

  it("reaches the service by private link and TLS, under a certificate of Front Door", () => {
    cdn.has("cdn.Profile", "profile", { "sku.name": "Premium_AzureFrontDoor", originResponseTimeoutSeconds: 30 });
    cdn.has("cdn.AFDOrigin", "origin-web", {
      "sharedPrivateLinkResource.groupId": "managedEnvironments",
      enforceCertificateNameCheck: true,
    });
    cdn.has("cdn.AFDCustomDomain", "domain-1", {
      hostName: "icosistem.example",
      "tlsSettings.minimumTlsVersion": "TLS12",
    });
  });

  it("caches static files only", () => {
    const cached = Object.values(cdn.children("cdn.Route")).filter(({ inputs }) => inputs.cacheConfiguration);
    assert.deepEqual(
      cached.map(({ inputs }) => inputs.patternsToMatch),
      [["/static/*"]],
    );
  });

  it("stops what is denied, then counts", () => {
    const { inputs } = cdn.child("frontdoor.Policy", "firewall");
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
  });
});
