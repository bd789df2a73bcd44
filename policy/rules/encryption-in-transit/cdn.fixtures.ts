import type { ResourceFixtures } from "../../core/fixture";

const mend = "Redirect viewers to HTTPS, set the minimum version, and reach origins by HTTPS only.";
const type = "aws:cloudfront/distribution:Distribution";
const versions = "TLSv1.2_2018, TLSv1.2_2019, TLSv1.2_2021, TLSv1.2_2025, TLSv1.3_2025";
const redirected = { viewerProtocolPolicy: "redirect-to-https" };

export const fixtures: ResourceFixtures = {
  passes: [
    {
      name: "a distribution",
      type,
      properties: {
        defaultCacheBehavior: redirected,
        orderedCacheBehaviors: [{ viewerProtocolPolicy: "https-only" }],
        viewerCertificate: { minimumProtocolVersion: "TLSv1.2_2021" },
        origins: [{ customOriginConfig: { originProtocolPolicy: "https-only" } }, { s3OriginConfig: {} }],
      },
      harmless: { origins: "A distribution without origins is refused by CloudFront." },
    },
    {
      name: "CloudFront's own name",
      type,
      properties: { defaultCacheBehavior: redirected, viewerCertificate: { cloudfrontDefaultCertificate: true } },
    },
  ],
  fails: [
    {
      name: "clear text in every place",
      type,
      properties: {
        defaultCacheBehavior: { viewerProtocolPolicy: "allow-all" },
        orderedCacheBehaviors: [redirected, {}],
        viewerCertificate: { minimumProtocolVersion: "TLSv1.1_2016" },
        origins: [{ customOriginConfig: { originProtocolPolicy: "match-viewer" } }],
      },
      messages: [
        `defaultCacheBehavior.viewerProtocolPolicy is "allow-all"; required: one of redirect-to-https, https-only. ${mend}`,
        `orderedCacheBehaviors[1].viewerProtocolPolicy is not set; required: one of redirect-to-https, https-only. ${mend}`,
        `viewerCertificate.minimumProtocolVersion is "TLSv1.1_2016"; required: one of ${versions}. ${mend}`,
        `origins[0].customOriginConfig.originProtocolPolicy is "match-viewer"; required: "https-only". ${mend}`,
      ],
    },
  ],
};
