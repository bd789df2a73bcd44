import assert from "node:assert/strict";
import { at, type Concept, conceptOf } from "../../support/concept";

interface Rule {
  name: string;
  priority: number;
  action?: { block: { customResponse: { responseCode: number } } };
  statement: unknown;
}

describe("aws cdn", () => {
  let cdn: Concept;
  before(async () => {
    cdn = await conceptOf("icosistem-aws-prod", "cdn");
  });

  const rules = () => cdn.child("wafv2.WebAcl", "firewall").inputs.rules as unknown as Rule[];

  it("is CloudFront with a firewall, a certificate and records", () => {
    cdn.isMadeOf([
      ["acm.Certificate", "certificate"],
      ["route53.Record", "certificate-proof-1", "_proof"],
      ["route53.Record", "certificate-proof-2", "_proof"],
      ["acm.CertificateValidation", "certificate-validation"],
      ["wafv2.WebAcl", "firewall", "icosistem-prod"],
      ["kms.Key", "firewall-log-key"],
      ["cloudwatch.LogGroup", "firewall-log", "aws-waf-logs-icosistem-prod"],
      ["wafv2.WebAclLoggingConfiguration", "firewall-logging"],
      ["cloudfront.CachePolicy", "distribution-cache-origin", "icosistem-prod-origin"],
      ["cloudfront.CachePolicy", "distribution-cache-static-31536000", "icosistem-prod-static-31536000"],
      ["cloudfront.ResponseHeadersPolicy", "distribution-headers-none", "icosistem-prod-none"],
      ["cloudfront.ResponseHeadersPolicy", "distribution-headers-origin", "icosistem-prod-origin"],
      [
        "cloudfront.ResponseHeadersPolicy",
        "distribution-headers-static-31536000-immutable",
        "icosistem-prod-static-31536000-immutable",
      ],
      ["cloudfront.Function", "distribution-viewer-request", "icosistem-prod-viewer-request"],
      ["cloudfront.Distribution", "distribution"],
      ["cloudwatch.LogDeliverySource", "access-logs-source", "icosistem-prod-cloudfront"],
      ["cloudwatch.LogDeliveryDestination", "access-logs-destination", "icosistem-prod-cloudfront"],
      ["cloudwatch.LogDelivery", "access-logs-delivery"],
      ["route53.Record", "record-1-a", "icosistem.example"],
      ["route53.Record", "record-1-aaaa", "icosistem.example"],
      ["route53.Record", "record-2-a", "www.icosistem.example"],
      ["route53.Record", "record-2-aaaa", "www.icosistem.example"],
    ]);
  });

  it("says where the application is", () => {
    const { id } = cdn.child("cloudfront.Distribution", "distribution");
    assert.deepEqual(cdn.outputs, { url: "https://icosistem.example", distributionId: id });
  });

  it("speaks TLS 1.2 or newer on both sides, and sends HTTP to HTTPS", () => {
    cdn.has("cloudfront.Distribution", "distribution", {
      aliases: ["icosistem.example", "www.icosistem.example"],
      httpVersion: "http2and3",
      "viewerCertificate.minimumProtocolVersion": "TLSv1.2_2021",
      "viewerCertificate.sslSupportMethod": "sni-only",
      "origins.0.domainName": "origin.icosistem.example",
      "origins.0.customOriginConfig.originProtocolPolicy": "https-only",
      "origins.0.customOriginConfig.originSslProtocols": ["TLSv1.2"],
      "origins.0.customOriginConfig.originReadTimeout": 30,
      "origins.0.customHeaders": [{ name: "X-Origin-Verify", value: "[secret]" }],
      "origins.1": undefined,
    });
    cdn.has("acm.Certificate", "certificate", {
      domainName: "icosistem.example",
      subjectAlternativeNames: ["www.icosistem.example"],
      region: "us-east-1",
      validationMethod: "DNS",
    });
  });

  it("caches by path, the longest first", () => {
    const { orderedCacheBehaviors, defaultCacheBehavior } = cdn.child("cloudfront.Distribution", "distribution").inputs;
    const told = [...(orderedCacheBehaviors as unknown[]), defaultCacheBehavior].map((behavior) =>
      ["pathPattern", "cachePolicyId", "responseHeadersPolicyId", "viewerProtocolPolicy"].map((key) =>
        at(behavior, key),
      ),
    );
    const never = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"; // CloudFront's own "CachingDisabled"
    const year = "icosistem-prod-static-31536000";
    assert.deepEqual(told, [
      ["/static/*", year, `${year}-immutable`, "redirect-to-https"],
      ["/auth/*", never, "icosistem-prod-none", "redirect-to-https"],
      ["/auth", never, "icosistem-prod-none", "redirect-to-https"],
      ["/api/*", never, "icosistem-prod-none", "redirect-to-https"],
      [undefined, "icosistem-prod-origin", "icosistem-prod-origin", "redirect-to-https"],
    ]);
  });

  it("stops what is denied first, then counts, then asks AWS' own rules", () => {
    const found = rules().map(({ name, priority, action }) => [
      priority,
      name,
      action?.block.customResponse.responseCode,
    ]);
    assert.deepEqual(found, [
      [10, "denied-extensions", 403],
      [20, "body-limit", 413],
      [30, "rate-api", 429],
      [40, "rate-login", 429],
      [50, "AWSManagedRulesAmazonIpReputationList", undefined],
      [60, "AWSManagedRulesCommonRuleSet", undefined],
      [70, "AWSManagedRulesKnownBadInputsRuleSet", undefined],
      [80, "AWSManagedRulesSQLiRuleSet", undefined],
    ]);
    cdn.has("wafv2.WebAcl", "firewall", { scope: "CLOUDFRONT", region: "us-east-1", defaultAction: { allow: {} } });
  });

  it("counts the application's rates by address and path", () => {
    const rates = rules()
      .filter(({ name }) => name.startsWith("rate-"))
      .map(({ statement }) => {
        const rate = "rateBasedStatement";
        const scope = at(statement, `${rate}.scopeDownStatement`);
        const matches = (at(scope, "orStatement.statements") as unknown[] | undefined) ?? [scope];
        const paths = matches.map((match) => at(match, "byteMatchStatement.searchString"));
        const keys = ["limit", "evaluationWindowSec", "aggregateKeyType"];
        return [...keys.map((key) => at(statement, `${rate}.${key}`)), paths];
      });
    assert.deepEqual(rates, [
      [600, 60, "IP", ["/api/"]],
      [60, 60, "IP", ["/auth/login", "/auth/register"]],
    ]);
  });

  it("sets the security headers on every answer", () => {
    for (const policy of Object.values(cdn.children("cloudfront.ResponseHeadersPolicy"))) {
      assert.deepEqual(policy.inputs.securityHeadersConfig, {
        strictTransportSecurity: {
          accessControlMaxAgeSec: 63_072_000,
          includeSubdomains: true,
          preload: false,
          override: true,
        },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: "DENY", override: true },
        referrerPolicy: { referrerPolicy: "strict-origin-when-cross-origin", override: true },
        contentSecurityPolicy: {
          contentSecurityPolicy:
            "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'",
          override: true,
        },
      });
    }
  });

  it("reads a bucket by signed requests, and hands its host to no bucket", async () => {
    const served = await conceptOf("mesio-aws-prod", "cdn");
    const access = served.child("cloudfront.OriginAccessControl", "distribution-access-assets");
    served.has("cloudfront.OriginAccessControl", "distribution-access-assets", {
      name: "mesio-prod-assets",
      originAccessControlOriginType: "s3",
      signingBehavior: "always",
      signingProtocol: "sigv4",
    });
    served.has("cloudfront.Distribution", "distribution", {
      "origins.1.originId": "assets",
      "origins.1.originAccessControlId": access.id,
      "orderedCacheBehaviors.0.targetOriginId": "assets",
      "orderedCacheBehaviors.0.originRequestPolicyId": undefined,
    });
    served.has("cloudfront.CachePolicy", "distribution-cache-static-31536000-bucket", {
      "parametersInCacheKeyAndForwardedToOrigin.headersConfig.headerBehavior": "none",
      "parametersInCacheKeyAndForwardedToOrigin.cookiesConfig.cookieBehavior": "none",
    });
  });
});
