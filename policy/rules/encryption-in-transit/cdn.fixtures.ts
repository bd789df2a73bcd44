import type { ResourceFixtures } from "../../core/fixture";
import { failsOf, passesOf, type RowFixture } from "../../kinds/table.fixtures";

const fix = "Redirect viewers to HTTPS, set the minimum version, and reach origins by HTTPS only, over TLSv1.2.";
const type = "aws:cloudfront/distribution:Distribution";
const multitenant = "aws:cloudfront/multitenantDistribution:MultitenantDistribution";
const vpcOrigin = "aws:cloudfront/vpcOrigin:VpcOrigin";
const route = "azure-native:cdn:Route";
const versions = "TLSv1.2_2018, TLSv1.2_2019, TLSv1.2_2021, TLSv1.2_2025, TLSv1.3_2025";
const redirected = { viewerProtocolPolicy: "redirect-to-https" };
const modern = { minimumProtocolVersion: "TLSv1.2_2021" };
const overTls = { originProtocolPolicy: "https-only", originSslProtocols: ["TLSv1.2"] };
const noOrigin = "A distribution without origins is refused by CloudFront.";

const rows: readonly RowFixture[] = [
  {
    type: "gcp:networkservices/edgeCacheService:EdgeCacheService",
    path: "requireTls",
    good: true,
    bad: false,
    words: "true",
  },
];

export const fixtures: ResourceFixtures = {
  passes: [
    ...passesOf(rows),
    {
      name: "a distribution",
      type,
      properties: {
        defaultCacheBehavior: redirected,
        orderedCacheBehaviors: [{ viewerProtocolPolicy: "https-only" }],
        viewerCertificate: modern,
        origins: [{ customOriginConfig: overTls }, { s3OriginConfig: {} }],
      },
      harmless: { origins: noOrigin },
    },
    {
      name: "a distribution of many tenants",
      type: multitenant,
      properties: {
        defaultCacheBehavior: redirected,
        cacheBehaviors: [redirected],
        viewerCertificate: { ...modern, cloudfrontDefaultCertificate: false },
        origins: [{ customOriginConfigs: [overTls] }],
      },
      harmless: { origins: noOrigin },
    },
    {
      name: "a private origin",
      type: vpcOrigin,
      properties: {
        vpcOriginEndpointConfig: { originProtocolPolicy: "https-only", originSslProtocols: { items: ["TLSv1.2"] } },
      },
    },
    { name: "as it comes", type: route, properties: {} },
    {
      name: "HTTPS only",
      type: route,
      properties: { forwardingProtocol: "HttpsOnly" },
      harmless: { forwardingProtocol: "Anything but HttpOnly asks by TLS." },
    },
  ],
  fails: [
    ...failsOf(rows, fix),
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
        `defaultCacheBehavior.viewerProtocolPolicy is "allow-all"; required: one of redirect-to-https, https-only. ${fix}`,
        `orderedCacheBehaviors[1].viewerProtocolPolicy is not set; required: one of redirect-to-https, https-only. ${fix}`,
        `viewerCertificate.minimumProtocolVersion is "TLSv1.1_2016"; required: one of ${versions}. ${fix}`,
        `origins[0].customOriginConfig.originProtocolPolicy is "match-viewer"; required: "https-only". ${fix}`,
      ],
    },
    {
      name: "CloudFront's own certificate, and an origin over TLS 1.0",
      type,
      properties: {
        defaultCacheBehavior: redirected,
        viewerCertificate: { cloudfrontDefaultCertificate: true, ...modern },
        origins: [
          { customOriginConfig: { originProtocolPolicy: "https-only", originSslProtocols: ["TLSv1", "TLSv1.2"] } },
        ],
      },
      messages: [
        "viewerCertificate.cloudfrontDefaultCertificate is true, which takes TLS 1.0; required: a certificate of your own. Give it a domain, with acmCertificateArn and minimumProtocolVersion; *.cloudfront.net takes TLS 1.0.",
        `origins[0].customOriginConfig.originSslProtocols[0] is "TLSv1"; required: one of TLSv1.2, TLSv1.3. ${fix}`,
      ],
    },
    {
      name: "many tenants in clear text",
      type: multitenant,
      properties: {
        defaultCacheBehavior: redirected,
        cacheBehaviors: [{ viewerProtocolPolicy: "allow-all" }],
        viewerCertificate: modern,
        origins: [{ customOriginConfigs: [{ originProtocolPolicy: "http-only", originSslProtocols: ["SSLv3"] }] }],
      },
      messages: [
        `cacheBehaviors[0].viewerProtocolPolicy is "allow-all"; required: one of redirect-to-https, https-only. ${fix}`,
        `origins[0].customOriginConfigs[0].originProtocolPolicy is "http-only"; required: "https-only". ${fix}`,
        `origins[0].customOriginConfigs[0].originSslProtocols[0] is "SSLv3"; required: one of TLSv1.2, TLSv1.3. ${fix}`,
      ],
    },
    {
      name: "a private origin in clear text",
      type: vpcOrigin,
      properties: {
        vpcOriginEndpointConfig: { originProtocolPolicy: "http-only", originSslProtocols: { items: ["TLSv1.1"] } },
      },
      messages: [
        `vpcOriginEndpointConfig.originProtocolPolicy is "http-only"; required: "https-only". ${fix}`,
        `vpcOriginEndpointConfig.originSslProtocols.items[0] is "TLSv1.1"; required: one of TLSv1.2, TLSv1.3. ${fix}`,
      ],
    },
    {
      name: "an origin in clear text",
      type: route,
      properties: { forwardingProtocol: "HttpOnly" },
      messages: [`forwardingProtocol is "HttpOnly"; required: not "HttpOnly". ${fix}`],
    },
  ],
};
