import type * as aws from "@pulumi/aws";
import type * as azure from "@pulumi/azure-native";
import type * as gcp from "@pulumi/gcp";
import { isFalse, isOneOf, must } from "../../core/finding";
import { alike, check, forTypes, type Rule } from "../../core/rule";
import {
  clearRoute,
  forwardingRules,
  gatewayType,
  type HttpRoute,
  httpRouteType,
  listenerRuleType,
  mapRedirects,
} from "../../kinds/http-routes";

const maps = ["gcp:compute/uRLMap:URLMap", "gcp:compute/regionUrlMap:RegionUrlMap"];
const httpProxies = [
  "gcp:compute/targetHttpProxy:TargetHttpProxy",
  "gcp:compute/regionTargetHttpProxy:RegionTargetHttpProxy",
];
const httpsProxies = [
  "gcp:compute/targetHttpsProxy:TargetHttpsProxy",
  "gcp:compute/regionTargetHttpsProxy:RegionTargetHttpsProxy",
];

/** Plain HTTP leads to HTTPS. Default actions of Amazon's listeners are in `encryption-in-transit-load-balancer`, with Azure's gateways. */
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
  fix: "Redirect every path: httpsRedirect in URL maps and routes, a redirect action in listener rules, a RequestRedirect filter in HTTPRoutes.",
  source: "https://cloud.google.com/load-balancing/docs/https/setting-up-global-http-https-redirect",
  breaksBy: {
    "gcp:compute/uRLMap:URLMap": [
      "defaultUrlRedirect.httpsRedirect",
      "pathMatchers[].defaultUrlRedirect.httpsRedirect",
      "pathMatchers[].pathRules[].urlRedirect.httpsRedirect",
      "pathMatchers[].routeRules[].urlRedirect.httpsRedirect",
    ],
    "gcp:compute/regionUrlMap:RegionUrlMap": [
      "defaultUrlRedirect.httpsRedirect",
      "pathMatchers[].defaultUrlRedirect.httpsRedirect",
      "pathMatchers[].pathRules[].urlRedirect.httpsRedirect",
      "pathMatchers[].routeRules[].urlRedirect.httpsRedirect",
    ],
    ...alike(
      [
        "gcp:compute/targetHttpsProxy:TargetHttpsProxy",
        "gcp:compute/regionTargetHttpsProxy:RegionTargetHttpsProxy",
        "gcp:compute/targetHttpProxy:TargetHttpProxy",
        "gcp:compute/regionTargetHttpProxy:RegionTargetHttpProxy",
      ],
      ["urlMap"],
    ),
    "aws:lb/listener:Listener": ["protocol"],
    "kubernetes:gateway.networking.k8s.io/v1:HTTPRoute": [
      "metadata.namespace",
      "spec.parentRefs[].name",
      "spec.parentRefs[].namespace",
      "spec.parentRefs[].port",
      "spec.parentRefs[].sectionName",
      "spec.rules[].filters[].requestRedirect.scheme",
      "spec.rules[].filters[].type",
    ],
    "azure-native:cdn:Endpoint": ["deliveryPolicy.rules[].actions[].name", "isHttpAllowed"],
    "azure-native:cdn:Route": ["httpsRedirect", "supportedProtocols"],
    "aws:lb/listenerRule:ListenerRule": ["actions[].redirect.protocol", "actions[].type", "listenerArn"],
    "kubernetes:gateway.networking.k8s.io/v1:Gateway": [
      "metadata.name",
      "metadata.namespace",
      "spec.listeners[].name",
      "spec.listeners[].port",
      "spec.listeners[].protocol",
    ],
  },
  companions: [...httpProxies, listenerRuleType, gatewayType],
  checks: {
    // A map of which every proxy is one of plain HTTP has to redirect, by whichever path.
    ...forTypes(
      maps,
      check<gcp.compute.URLMapArgs>((urlMap, context) => {
        const clear = context.companions(httpProxies, "urlMap");
        const secure = context.companions(httpsProxies, "urlMap");
        return clear.length === 0 || secure.length > 0 ? [] : mapRedirects(urlMap);
      }),
    ),
    // And a proxy of plain HTTP may not share the map of one of HTTPS.
    ...forTypes(
      httpsProxies,
      check<gcp.compute.TargetHttpsProxyArgs>((proxy, context) => {
        const own = proxy.at("urlMap").text();
        const shared = context
          .all<gcp.compute.TargetHttpProxyArgs>(httpProxies)
          .some(({ properties }) => own !== undefined && properties.at("urlMap").text() === own);
        return shared ? [{ path: "urlMap", found: "served in plain HTTP too", required: "a map of its own" }] : [];
      }),
    ),
    "aws:lb/listener:Listener": check<aws.lb.ListenerArgs>(forwardingRules),
    [httpRouteType]: check<HttpRoute>(clearRoute),
    // A classic CDN takes HTTP unless it says no; one of its rules may redirect.
    "azure-native:cdn:Endpoint": check<azure.cdn.EndpointArgs>((endpoint) => {
      const rules = endpoint.at("deliveryPolicy").at("rules");
      const mayRedirect = rules.items().some((rule) => {
        const actions = rule.at("actions");
        return !actions.known || actions.items().some((action) => action.at("name").mayBe("UrlRedirect"));
      });
      return !rules.known || mayRedirect ? [] : must(endpoint.at("isHttpAllowed"), isFalse);
    }),
    "azure-native:cdn:Route": check<azure.cdn.RouteArgs>((route) => {
      const protocols = route.at("supportedProtocols");
      if (!protocols.known || protocols.items().some((item) => !item.known)) return [];
      // Without a word it takes both.
      const http = !protocols.isSet || protocols.texts().includes("Http");
      return http ? must(route.at("httpsRedirect"), isOneOf(["Enabled"])) : [];
    }),
  },
};
