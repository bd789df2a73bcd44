import type { ResourceFixtures } from "../../core/fixture";

const types = [
  "gcp:compute/targetHttpsProxy:TargetHttpsProxy",
  "gcp:compute/regionTargetHttpsProxy:RegionTargetHttpsProxy",
  "gcp:compute/targetSSLProxy:TargetSSLProxy",
  "gcp:networkservices/edgeCacheService:EdgeCacheService",
];
const fix = "Set sslPolicy to an SSLPolicy with minTlsVersion TLS_1_2.";

export const fixtures: ResourceFixtures = {
  passes: types.map((type) => ({ name: "with a policy", type, properties: { sslPolicy: "modern" } })),
  fails: types.map((type) => ({
    name: "as it comes",
    type,
    properties: {},
    messages: [`sslPolicy is not set; required: a value. ${fix}`],
  })),
};
