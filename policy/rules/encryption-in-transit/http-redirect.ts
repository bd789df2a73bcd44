import type * as azure from "@pulumi/azure-native";
import type * as gcp from "@pulumi/gcp";
import { isOneOf, isTrue, require } from "../../core/finding";
import { check, type Rule } from "../../core/rule";

const map = "gcp:compute/uRLMap:URLMap";
const httpProxy = "gcp:compute/targetHttpProxy:TargetHttpProxy";
const httpsProxy = "gcp:compute/targetHttpsProxy:TargetHttpsProxy";

/** Plain HTTP leads to HTTPS. AWS has it in `encryption-in-transit-load-balancer` and `-cdn`. */
export const rule: Rule = {
  id: "encryption-in-transit-http-redirect",
  title: "Plain HTTP leads to HTTPS and nowhere else.",
  severity: "high",
  frameworks: {
    "PCI DSS 4.0": ["4.2.1"],
    "ISO 27001:2022": ["A.8.24"],
    "SOC 2": ["CC6.7"],
    HIPAA: ["164.312(e)(1)"],
  },
  why: "Whoever types the address without https sends the first request, cookies included, in clear text.",
  mend: "Redirect: defaultUrlRedirect with httpsRedirect, or httpsRedirect: Enabled in a route.",
  source: "https://cloud.google.com/load-balancing/docs/https/setting-up-global-http-https-redirect",
  breaksBy: {
    "gcp:compute/uRLMap:URLMap": ["defaultUrlRedirect.httpsRedirect"],
    "gcp:compute/targetHttpsProxy:TargetHttpsProxy": ["urlMap"],
    "gcp:compute/targetHttpProxy:TargetHttpProxy": ["urlMap"],
    "azure-native:cdn:Route": ["httpsRedirect", "supportedProtocols"],
  },
  companions: [httpProxy],
  checks: {
    // A map of which every proxy is one of plain HTTP has to redirect.
    [map]: check<gcp.compute.URLMapArgs>((urlMap, context) => {
      const clear = context.companions(httpProxy, "urlMap");
      const secure = context.companions(httpsProxy, "urlMap");
      if (clear.length === 0 || secure.length > 0) return [];
      return require(urlMap.at("defaultUrlRedirect").at("httpsRedirect"), isTrue);
    }),
    // And a proxy of plain HTTP may not share the map of one of HTTPS.
    [httpsProxy]: check<gcp.compute.TargetHttpsProxyArgs>((proxy, context) => {
      const own = proxy.at("urlMap").text();
      const shared = context
        .all<gcp.compute.TargetHttpProxyArgs>(httpProxy)
        .some(({ properties }) => own !== undefined && properties.at("urlMap").text() === own);
      return shared ? [{ path: "urlMap", found: "served in plain HTTP too", required: "a map of its own" }] : [];
    }),
    "azure-native:cdn:Route": check<azure.cdn.RouteArgs>((route) => {
      const protocols = route.at("supportedProtocols");
      if (!protocols.known || protocols.items().some((item) => !item.known)) return [];
      // Without a word it takes both.
      const http = !protocols.isSet || protocols.texts().includes("Http");
      return http ? require(route.at("httpsRedirect"), isOneOf(["Enabled"])) : [];
    }),
  },
};
