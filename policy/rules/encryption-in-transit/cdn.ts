import type * as aws from "@pulumi/aws";
import type * as azure from "@pulumi/azure-native";
import { type Finding, isNoneOf, isOneOf, isTrue, must, mustIfSet } from "../../core/finding";
import { check, type Rule } from "../../core/rule";
import type { View } from "../../core/view";
import { required } from "../../kinds/table";

const viewer = isOneOf(["redirect-to-https", "https-only"]);
const toOrigin = isOneOf(["https-only"]);
/** Amazon CloudFront Developer Guide, "Supported protocols and ciphers between viewers and CloudFront". */
const minimum = isOneOf(["TLSv1.2_2018", "TLSv1.2_2019", "TLSv1.2_2021", "TLSv1.2_2025", "TLSv1.3_2025"]);

/** CloudFront API, `OriginSslProtocols`: it may use any that is in the list. */
const originProtocol = isOneOf(["TLSv1.2", "TLSv1.3"]);

interface Origin {
  originProtocolPolicy: string;
  originSslProtocols: string[];
}

/** Reaches a server by HTTPS, and by no version of TLS before 1.2. */
function originOver(origin: View<Origin | undefined>): Finding[] {
  if (!origin.isSet) return [];
  return [
    ...must(origin.at("originProtocolPolicy"), toOrigin),
    ...origin
      .at("originSslProtocols")
      .items()
      .flatMap((version) => must(version, originProtocol)),
  ];
}

interface Viewers {
  defaultCacheBehavior: { viewerProtocolPolicy: string };
  viewerCertificate?: { cloudfrontDefaultCertificate?: boolean; minimumProtocolVersion?: string };
}

/** How viewers are answered, by the first behavior and by those before it. */
function viewersOver(args: View<Viewers>, others: View<{ viewerProtocolPolicy: string }[] | undefined>): Finding[] {
  const certificate = args.at("viewerCertificate");
  const own = certificate.at("cloudfrontDefaultCertificate");
  return [
    ...must(args.at("defaultCacheBehavior").at("viewerProtocolPolicy"), viewer),
    ...others.items().flatMap((behavior) => must(behavior.at("viewerProtocolPolicy"), viewer)),
    // With its own certificate CloudFront takes TLSv1, whatever else is said (CloudFront API, `ViewerCertificate`).
    ...(own.boolean() === true
      ? [{ path: own.path, found: "true, which takes TLS 1.0", required: "a certificate of your own", fix: ownDomain }]
      : own.known
        ? must(certificate.at("minimumProtocolVersion"), minimum)
        : []),
  ];
}

const ownDomain =
  "Give it a domain, with acmCertificateArn and minimumProtocolVersion; *.cloudfront.net takes TLS 1.0.";

/** Content delivery speaks TLS 1.2 or later, to viewers and to its origins. */
export const rule: Rule = {
  id: "encryption-in-transit-cdn",
  title: "Content delivery speaks TLS 1.2 or later, to viewers and to origins.",
  severity: "high",
  frameworks: {
    "PCI DSS 4.0": ["4.2.1"],
    "ISO 27001:2022": ["A.8.24"],
    "SOC 2": ["CC6.7"],
    HIPAA: ["164.312(e)(1)"],
  },
  why: "A viewer or the way to the origin falls back to clear text or to a broken version of TLS.",
  fix: "Redirect viewers to HTTPS, set the minimum version, and reach origins by HTTPS only, over TLSv1.2.",
  source: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https.html",
  breaksBy: {
    "aws:cloudfront/distribution:Distribution": [
      "defaultCacheBehavior.viewerProtocolPolicy",
      "orderedCacheBehaviors[].viewerProtocolPolicy",
      "origins[].customOriginConfig.originProtocolPolicy",
      "origins[].customOriginConfig.originSslProtocols",
      "viewerCertificate.cloudfrontDefaultCertificate",
      "viewerCertificate.minimumProtocolVersion",
    ],
    "aws:cloudfront/multitenantDistribution:MultitenantDistribution": [
      "cacheBehaviors[].viewerProtocolPolicy",
      "defaultCacheBehavior.viewerProtocolPolicy",
      "origins[].customOriginConfigs[].originProtocolPolicy",
      "origins[].customOriginConfigs[].originSslProtocols",
      "viewerCertificate.cloudfrontDefaultCertificate",
      "viewerCertificate.minimumProtocolVersion",
    ],
    "aws:cloudfront/vpcOrigin:VpcOrigin": [
      "vpcOriginEndpointConfig.originProtocolPolicy",
      "vpcOriginEndpointConfig.originSslProtocols.items",
    ],
    "gcp:networkservices/edgeCacheService:EdgeCacheService": ["requireTls"],
    "azure-native:cdn:Route": ["forwardingProtocol"],
  },
  checks: {
    "aws:cloudfront/distribution:Distribution": check<aws.cloudfront.DistributionArgs>((distribution): Finding[] => [
      ...viewersOver(distribution, distribution.at("orderedCacheBehaviors")),
      ...distribution
        .at("origins")
        .items()
        .flatMap((origin) => originOver(origin.at("customOriginConfig"))),
    ]),
    "aws:cloudfront/multitenantDistribution:MultitenantDistribution": check<aws.cloudfront.MultitenantDistributionArgs>(
      (distribution): Finding[] => [
        ...viewersOver(
          distribution.as<Viewers>(),
          distribution.at("cacheBehaviors").as<{ viewerProtocolPolicy: string }[]>(),
        ),
        ...distribution
          .at("origins")
          .items()
          .flatMap((origin) => origin.at("customOriginConfigs").items())
          .flatMap((origin) => originOver(origin.as<Origin>())),
      ],
    ),
    "aws:cloudfront/vpcOrigin:VpcOrigin": check<aws.cloudfront.VpcOriginArgs>((origin) => {
      const endpoint = origin.at("vpcOriginEndpointConfig");
      return [
        ...must(endpoint.at("originProtocolPolicy"), toOrigin),
        ...endpoint
          .at("originSslProtocols")
          .at("items")
          .items()
          .flatMap((version) => must(version, originProtocol)),
      ];
    }),
    // Without it Media CDN serves plain HTTP, where HTTPS is served too.
    ...required(isTrue, [["gcp:networkservices/edgeCacheService:EdgeCacheService", "requireTls"]]),
    // As it comes Front Door asks an origin as it was asked itself, and `encryption-in-transit-http-redirect` judges that.
    "azure-native:cdn:Route": check<azure.cdn.RouteArgs>((route) =>
      mustIfSet(route.at("forwardingProtocol"), isNoneOf(["HttpOnly"])),
    ),
  },
};
