import type * as gcp from "@pulumi/gcp";
import { isSet, must } from "../../core/finding";
import { alike, check, forTypes, type Rule } from "../../core/rule";

/** HTTPS proxies of Google Cloud have an SSL policy: what it says, `encryption-in-transit-tls-floor` judges. */
export const rule: Rule = {
  id: "encryption-in-transit-https-proxy",
  title: "HTTPS load balancers of Google Cloud have an SSL policy.",
  severity: "medium",
  frameworks: {
    "CIS GCP Foundation 5.0": ["3.11"],
    "PCI DSS 4.0": ["4.2.1"],
    "ISO 27001:2022": ["A.8.24"],
    "SOC 2": ["CC6.7"],
  },
  why: "Without a policy the default one holds, which takes TLS 1.0.",
  fix: "Set sslPolicy to an SSLPolicy with minTlsVersion TLS_1_2.",
  source: "https://cloud.google.com/load-balancing/docs/ssl-policies-concepts",
  breaksBy: {
    ...alike(
      [
        "gcp:compute/targetHttpsProxy:TargetHttpsProxy",
        "gcp:compute/regionTargetHttpsProxy:RegionTargetHttpsProxy",
        "gcp:compute/targetSSLProxy:TargetSSLProxy",
        "gcp:networkservices/edgeCacheService:EdgeCacheService",
      ],
      ["sslPolicy"],
    ),
  },
  checks: forTypes(
    [
      "gcp:compute/targetHttpsProxy:TargetHttpsProxy",
      "gcp:compute/regionTargetHttpsProxy:RegionTargetHttpsProxy",
      "gcp:compute/targetSSLProxy:TargetSSLProxy",
      "gcp:networkservices/edgeCacheService:EdgeCacheService",
    ],
    check<gcp.compute.TargetHttpsProxyArgs>((proxy) => must(proxy.at("sslPolicy"), isSet)),
  ),
};
