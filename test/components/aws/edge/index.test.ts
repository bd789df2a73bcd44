import assert from "node:assert/strict";
import { edgeCapabilities } from "../../../../components/aws/edge/capabilities";
import { managedPolicies } from "../../../../components/aws/edge/policies";
import { contentName } from "../../../../components/contract";
import { at, type Child, type Concept, conceptOf } from "../../../support/concept";

interface Rule {
  name: string;
  priority: number;
  action?: { block: { customResponse: { responseCode: number } } };
  statement: unknown;
}

const own = contentName("fixture.example");
const www = contentName("www.fixture.example");
const api = contentName("api.fixture.example");
const errorPage = `distribution-error-pages-page-${contentName("/50x.html")}`;

const errorPageBucket: Child[] = [
  ["s3.Bucket", "distribution-error-pages", "fixture-prod-error-pages-123456789012"],
  ["s3.BucketOwnershipControls", "distribution-error-pages-ownership"],
  ["s3.BucketPublicAccessBlock", "distribution-error-pages-public-access"],
  ["s3.BucketServerSideEncryptionConfiguration", "distribution-error-pages-encryption"],
  ["s3.BucketVersioning", "distribution-error-pages-versioning"],
  ["s3.BucketLifecycleConfiguration", "distribution-error-pages-lifecycle"],
  ["s3.BucketPolicy", "distribution-error-pages-policy"],
  ["s3.BucketLogging", "distribution-error-pages-logging"],
  ["s3.BucketObject", errorPage],
];

describe("aws edge", () => {
  let edge: Concept;
  before(async () => {
    edge = await conceptOf("fixture-aws-prod", "edge");
  });

  const rules = () => edge.child("wafv2.WebAcl", "firewall").inputs.rules as unknown as Rule[];

  it("is CloudFront with a firewall, a certificate and records", () => {
    edge.isMadeOf([
      ["acm.Certificate", "certificate"],
      ["route53.Record", `certificate-proof-${own}`, "_proof"],
      ["route53.Record", `certificate-proof-${www}`, "_proof"],
      ["route53.Record", `certificate-proof-${api}`, "_proof"],
      ["acm.CertificateValidation", "certificate-validation"],
      ["wafv2.WebAcl", "firewall", "fixture-prod"],
      ["kms.Key", "firewall-log-key"],
      ["cloudwatch.LogGroup", "firewall-log", "aws-waf-logs-fixture-prod"],
      ["wafv2.WebAclLoggingConfiguration", "firewall-logging"],
      ["cloudfront.CachePolicy", "distribution-cache-origin", "fixture-prod-origin"],
      ["cloudfront.CachePolicy", "distribution-cache-static-31536000", "fixture-prod-static-31536000"],
      ["cloudfront.CachePolicy", "distribution-cache-static-86400-bucket", "fixture-prod-static-86400-bucket"],
      ["cloudfront.ResponseHeadersPolicy", "distribution-headers", "fixture-prod"],
      ["cloudfront.Function", "distribution-viewer-request", "fixture-prod-viewer-request"],
      ["cloudfront.Function", "distribution-viewer-response", "fixture-prod-viewer-response"],
      ...errorPageBucket,
      ["cloudfront.OriginAccessControl", "distribution-access-error-pages", "fixture-prod-error-pages"],
      ["cloudfront.OriginAccessControl", "distribution-access-assets", "fixture-prod-assets"],
      ["cloudfront.Distribution", "distribution"],
      ["cloudwatch.LogDeliverySource", "access-logs-source", "fixture-prod-cloudfront"],
      ["cloudwatch.LogDeliveryDestination", "access-logs-destination", "fixture-prod-cloudfront"],
      ["cloudwatch.LogDelivery", "access-logs-delivery"],
      ["route53.Record", `record-${own}-a`, "fixture.example"],
      ["route53.Record", `record-${own}-aaaa`, "fixture.example"],
      ["route53.Record", `record-${www}-a`, "www.fixture.example"],
      ["route53.Record", `record-${www}-aaaa`, "www.fixture.example"],
      ["route53.Record", `record-${api}-a`, "api.fixture.example"],
      ["route53.Record", `record-${api}-aaaa`, "api.fixture.example"],
    ]);
  });

  it("says where the application is", () => {
    const { id } = edge.child("cloudfront.Distribution", "distribution");
    assert.deepEqual(edge.outputs, { url: "https://fixture.example", distributionId: id });
  });

  it("speaks TLS 1.2 or newer on both sides, and sends HTTP to HTTPS", () => {
    edge.has("cloudfront.Distribution", "distribution", {
      aliases: ["fixture.example", "www.fixture.example", "api.fixture.example"],
      httpVersion: "http2and3",
      "viewerCertificate.minimumProtocolVersion": "TLSv1.2_2021",
      "viewerCertificate.sslSupportMethod": "sni-only",
      "origins.0.domainName": "origin.fixture.example",
      "origins.0.customOriginConfig.originProtocolPolicy": "https-only",
      "origins.0.customOriginConfig.originSslProtocols": ["TLSv1.2"],
      "origins.0.customOriginConfig.originReadTimeout": 30,
      "origins.0.customHeaders": [{ name: "X-Origin-Verify", value: "[secret]" }],
      "origins.1.originId": "load-balancer-60",
      "origins.1.customOriginConfig.originProtocolPolicy": "https-only",
      "origins.1.customOriginConfig.originSslProtocols": ["TLSv1.2"],
      "origins.1.customOriginConfig.originReadTimeout": 60,
      "origins.2.originId": "error-pages",
      "origins.3.originId": "assets",
      "origins.4": undefined,
    });
    edge.has("acm.Certificate", "certificate", {
      domainName: "fixture.example",
      subjectAlternativeNames: ["www.fixture.example", "api.fixture.example"],
      region: "us-east-1",
      validationMethod: "DNS",
    });
  });

  it("caches by path, the longest first", () => {
    const { orderedCacheBehaviors, defaultCacheBehavior } = edge.child(
      "cloudfront.Distribution",
      "distribution",
    ).inputs;
    const told = [...(orderedCacheBehaviors as unknown[]), defaultCacheBehavior].map((behavior) =>
      ["pathPattern", "cachePolicyId", "responseHeadersPolicyId", "viewerProtocolPolicy"].map((key) =>
        at(behavior, key),
      ),
    );
    const never = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"; // CloudFront's own "CachingDisabled"
    const headers = "fixture-prod";
    assert.deepEqual(told, [
      ["/api/exports/*", never, headers, "redirect-to-https"],
      ["/50x.html", never, headers, "redirect-to-https"],
      ["/static/*", "fixture-prod-static-31536000", headers, "redirect-to-https"],
      ["/assets/*", "fixture-prod-static-86400-bucket", headers, "redirect-to-https"],
      ["/auth/*", never, headers, "redirect-to-https"],
      ["/auth", never, headers, "redirect-to-https"],
      ["/api/*", never, headers, "redirect-to-https"],
      [undefined, "fixture-prod-origin", headers, "redirect-to-https"],
    ]);
  });

  it("keeps at the edge what its origin lets it, and asks again where nobody says anything", () => {
    const kept = Object.entries(edge.children("cloudfront.CachePolicy")).map(([suffix, { inputs }]) => [
      suffix,
      inputs.minTtl,
      inputs.defaultTtl,
      inputs.maxTtl,
    ]);
    assert.deepEqual(kept, [
      ["distribution-cache-origin", 0, 0, 86_400],
      ["distribution-cache-static-31536000", 0, 31_536_000, 31_536_000],
      ["distribution-cache-static-86400-bucket", 0, 86_400, 86_400],
    ]);
    // A fixed "immutable" here would be said of a 404 too.
    edge.has("cloudfront.ResponseHeadersPolicy", "distribution-headers", {
      "customHeadersConfig.items": [{ header: "Cache-Control", value: "no-cache", override: false }],
    });
  });

  it("has its error pages where the load balancer is not asked for them", () => {
    edge.has("cloudfront.Distribution", "distribution", {
      customErrorResponses: [502, 503, 504].map((status) => ({
        errorCode: status,
        responseCode: status,
        responsePagePath: "/50x.html",
        errorCachingMinTtl: 10,
      })),
      "orderedCacheBehaviors.1.pathPattern": "/50x.html",
      "orderedCacheBehaviors.1.targetOriginId": "error-pages",
      "orderedCacheBehaviors.1.originRequestPolicyId": undefined,
    });
    edge.has("s3.BucketObject", errorPage, { key: "50x.html", contentType: "text/html; charset=utf-8" });
    // Whoever puts the application's own page there keeps it.
    assert.ok(edge.child("s3.BucketObject", errorPage).ignoreChanges.includes("content"));
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
    edge.has("wafv2.WebAcl", "firewall", { scope: "CLOUDFRONT", region: "us-east-1", defaultAction: { allow: {} } });
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
    for (const policy of Object.values(edge.children("cloudfront.ResponseHeadersPolicy"))) {
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
          contentSecurityPolicy: "default-src 'self'; connect-src 'self' https://*.s3.eu-west-1.amazonaws.com",
          override: true,
        },
      });
    }
  });

  it("compresses what may be cached, and the table says that it leaves the rest to the application", async () => {
    const { inputs } = (await conceptOf("fixture-aws-prod", "edge")).child("cloudfront.Distribution", "distribution");
    const paths = [inputs.defaultCacheBehavior, ...(at(inputs, "orderedCacheBehaviors") as unknown[])];
    const isUncached = (path: unknown) => at(path, "cachePolicyId") === managedPolicies.cachingDisabled;
    for (const path of paths) assert.equal(at(path, "compress"), !isUncached(path));
    assert.equal(edgeCapabilities["edge.compression"].level, paths.some(isUncached) ? "different" : "full");
  });

  it("reads a bucket by signed requests, and hands its host to no bucket", async () => {
    const served = await conceptOf("small-aws-prod", "edge");
    const access = served.child("cloudfront.OriginAccessControl", "distribution-access-assets");
    served.has("cloudfront.OriginAccessControl", "distribution-access-assets", {
      name: "small-prod-assets",
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
