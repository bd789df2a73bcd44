import type * as aws from "@pulumi/aws";
import { type Finding, isOneOf, require } from "../../core/finding";
import { check, type Rule } from "../../core/rule";

const viewer = isOneOf(["redirect-to-https", "https-only"]);
const toOrigin = isOneOf(["https-only"]);
/** Amazon CloudFront Developer Guide, "Supported protocols and ciphers between viewers and CloudFront". */
const minimum = isOneOf(["TLSv1.2_2018", "TLSv1.2_2019", "TLSv1.2_2021", "TLSv1.2_2025", "TLSv1.3_2025"]);

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
  mend: "Redirect viewers to HTTPS, set the minimum version, and reach origins by HTTPS only.",
  source: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https.html",
  breaksBy: {
    "aws:cloudfront/distribution:Distribution": [
      "defaultCacheBehavior.viewerProtocolPolicy",
      "orderedCacheBehaviors[].viewerProtocolPolicy",
      "origins[].customOriginConfig.originProtocolPolicy",
      "viewerCertificate.cloudfrontDefaultCertificate",
      "viewerCertificate.minimumProtocolVersion",
    ],
  },
  checks: {
    "aws:cloudfront/distribution:Distribution": check<aws.cloudfront.DistributionArgs>((distribution): Finding[] => {
      const certificate = distribution.at("viewerCertificate");
      return [
        ...require(distribution.at("defaultCacheBehavior").at("viewerProtocolPolicy"), viewer),
        ...distribution
          .at("orderedCacheBehaviors")
          .items()
          .flatMap((behavior) => require(behavior.at("viewerProtocolPolicy"), viewer)),
        // CloudFront's own certificate, of *.cloudfront.net, has a version that can't be set.
        ...(certificate.at("cloudfrontDefaultCertificate").mayBe(true)
          ? []
          : require(certificate.at("minimumProtocolVersion"), minimum)),
        ...distribution
          .at("origins")
          .items()
          .filter((origin) => origin.at("customOriginConfig").isSet)
          .flatMap((origin) => require(origin.at("customOriginConfig").at("originProtocolPolicy"), toOrigin)),
      ];
    }),
  },
};
