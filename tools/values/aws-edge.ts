import { apiReference, providerPage } from "./aws-sources";
import { rowsOf } from "./rows";
import type { DocumentedValue } from "./value";

const allMethods = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"];
const behaviors = ["defaultCacheBehavior", "orderedCacheBehaviors.*"];
const byteMatches = [
  "rules.*.statement.rateBasedStatement.scopeDownStatement.byteMatchStatement",
  "rules.*.statement.rateBasedStatement.scopeDownStatement.orStatement.statements.*.byteMatchStatement",
];

/** CloudFront, its firewall and its logs. */
export const awsEdgeValues: readonly DocumentedValue[] = [
  ...rowsOf("aws:cloudfront/cachePolicy:CachePolicy", providerPage("cloudfront_cache_policy"), {
    "parametersInCacheKeyAndForwardedToOrigin.cookiesConfig.cookieBehavior": ["all", "none"],
    "parametersInCacheKeyAndForwardedToOrigin.headersConfig.headerBehavior": ["none", "whitelist"],
    "parametersInCacheKeyAndForwardedToOrigin.queryStringsConfig.queryStringBehavior": ["all"],
  }),
  ...behaviors.flatMap((behavior) => [
    ...rowsOf("aws:cloudfront/distribution:Distribution", apiReference("Amazon CloudFront", "CacheBehavior"), {
      [`${behavior}.allowedMethods.*`]: allMethods,
      [`${behavior}.cachedMethods.*`]: ["GET", "HEAD"],
    }),
    ...rowsOf("aws:cloudfront/distribution:Distribution", providerPage("cloudfront_distribution"), {
      [`${behavior}.functionAssociations.*.eventType`]: ["viewer-request", "viewer-response"],
      [`${behavior}.viewerProtocolPolicy`]: ["redirect-to-https"],
    }),
    ...rowsOf("aws:cloudfront/distribution:Distribution", "CloudFront Developer Guide, Use managed cache policies", {
      // CachingDisabled; the others are our own.
      [`${behavior}.cachePolicyId`]: ["4135ea2d-6df8-44a3-9df3-4b5a84be39ad"],
    }),
    ...rowsOf(
      "aws:cloudfront/distribution:Distribution",
      "CloudFront Developer Guide, Use managed origin request policies",
      {
        // AllViewer.
        [`${behavior}.originRequestPolicyId`]: ["216adef6-5c7f-47e4-b989-5492eafa07d3"],
      },
    ),
  ]),
  ...rowsOf("aws:cloudfront/distribution:Distribution", providerPage("cloudfront_distribution"), {
    httpVersion: ["http2and3"],
    priceClass: ["PriceClass_100"],
    "origins.*.customOriginConfig.originProtocolPolicy": ["https-only"],
    "origins.*.customOriginConfig.originSslProtocols.*": ["TLSv1.2"],
    "restrictions.geoRestriction.restrictionType": ["none"],
    "viewerCertificate.minimumProtocolVersion": ["TLSv1.2_2021"],
    "viewerCertificate.sslSupportMethod": ["sni-only"],
  }),
  ...rowsOf("aws:cloudfront/function:Function", providerPage("cloudfront_function"), {
    runtime: ["cloudfront-js-2.0"],
  }),
  ...rowsOf(
    "aws:cloudfront/originAccessControl:OriginAccessControl",
    providerPage("cloudfront_origin_access_control"),
    { originAccessControlOriginType: ["s3"], signingBehavior: ["always"], signingProtocol: ["sigv4"] },
  ),
  ...rowsOf(
    "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy",
    apiReference("Amazon CloudFront", "ResponseHeadersPolicyAccessControlAllowMethods"),
    { "corsConfig.accessControlAllowMethods.items.*": allMethods },
  ),
  ...rowsOf(
    "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy",
    providerPage("cloudfront_response_headers_policy"),
    {
      "securityHeadersConfig.frameOptions.frameOption": ["DENY"],
      "securityHeadersConfig.referrerPolicy.referrerPolicy": ["strict-origin-when-cross-origin"],
    },
  ),
  ...rowsOf("aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy", "W3C, Content Security Policy Level 3", {
    "securityHeadersConfig.contentSecurityPolicy.contentSecurityPolicy": /^[a-z-]+ [^;]+(; [a-z-]+ [^;]+)*$/,
  }),
  ...rowsOf(
    "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination",
    providerPage("cloudwatch_log_delivery_destination"),
    { outputFormat: ["json"] },
  ),
  ...rowsOf("aws:cloudwatch/logDeliverySource:LogDeliverySource", providerPage("cloudwatch_log_delivery_source"), {
    logType: ["ACCESS_LOGS"],
  }),
  ...rowsOf("aws:s3/bucketObject:BucketObject", "RFC 2046 and the WHATWG MIME Sniffing Standard", {
    contentType: ["text/html; charset=utf-8"],
  }),
  ...rowsOf("aws:wafv2/webAcl:WebAcl", providerPage("wafv2_web_acl"), {
    scope: ["CLOUDFRONT"],
    "rules.*.statement.managedRuleGroupStatement.vendorName": ["AWS"],
    "rules.*.statement.rateBasedStatement.aggregateKeyType": ["IP"],
    "rules.*.statement.regexMatchStatement.textTransformations.*.type": [
      "LOWERCASE",
      "NONE",
      "NORMALIZE_PATH",
      "URL_DECODE",
    ],
    ...Object.fromEntries(byteMatches.map((match) => [`${match}.positionalConstraint`, ["STARTS_WITH"]])),
    ...Object.fromEntries(
      byteMatches.map((match) => [
        `${match}.textTransformations.*.type`,
        ["LOWERCASE", "NORMALIZE_PATH", "URL_DECODE"],
      ]),
    ),
  }),
  ...rowsOf("aws:wafv2/webAcl:WebAcl", "AWS WAF Developer Guide, AWS Managed Rules rule groups list", {
    "rules.*.statement.managedRuleGroupStatement.name":
      /^AWSManagedRules[A-Za-z]+RuleSet$|^AWSManagedRulesAmazonIpReputationList$/,
  }),
  ...rowsOf(
    "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration",
    providerPage("wafv2_web_acl_logging_configuration"),
    {
      "loggingFilter.defaultBehavior": ["DROP"],
      "loggingFilter.filters.*.behavior": ["KEEP"],
      "loggingFilter.filters.*.requirement": ["MEETS_ANY"],
      "loggingFilter.filters.*.conditions.*.actionCondition.action": ["BLOCK", "COUNT"],
    },
  ),
];
