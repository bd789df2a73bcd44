import type * as aws from "@pulumi/aws";
import type * as gcp from "@pulumi/gcp";
import type { Unwrap } from "@pulumi/pulumi";
import type { Context } from "../core/context";
import { type Finding, isTrue, must } from "../core/finding";
import type { View } from "../core/view";

export const listenerRuleType = "aws:lb/listenerRule:ListenerRule";
export const gatewayType = "kubernetes:gateway.networking.k8s.io/v1:Gateway";
export const httpRouteType = "kubernetes:gateway.networking.k8s.io/v1:HTTPRoute";

/** What the rules of a plain HTTP listener of Amazon's do, beside its default action. */
export function forwardingRules(listener: View<Unwrap<aws.lb.ListenerArgs>>, context: Context): Finding[] {
  if (listener.at("protocol").text() !== "HTTP") return [];
  return context.companions<aws.lb.ListenerRuleArgs>(listenerRuleType, "listenerArn").flatMap(({ name, properties }) =>
    properties
      .at("actions")
      .items()
      .flatMap((action): Finding[] => {
        const type = action.at("type");
        if (!type.known || type.text() === "fixed-response") return [];
        const protocol = action.at("redirect").at("protocol");
        if (type.text() === "redirect" && (!protocol.known || protocol.text() === "HTTPS")) return [];
        const found = type.text() === "redirect" ? `a redirect to ${protocol.shown()}` : type.shown();
        return [{ path: `its rule ${name}: ${action.path}`, found, required: 'a "redirect" to HTTPS' }];
      }),
  );
}

/** Every way through a URL map of plain HTTP: by default, by path, by route. */
export function mapRedirects(map: View<Unwrap<gcp.compute.URLMapArgs>>): Finding[] {
  const redirects = (holder: View<{ httpsRedirect?: boolean } | undefined>) => must(holder.at("httpsRedirect"), isTrue);
  return [
    ...redirects(map.at("defaultUrlRedirect")),
    ...map
      .at("pathMatchers")
      .items()
      .flatMap((matcher) => [
        ...redirects(matcher.at("defaultUrlRedirect")),
        ...matcher
          .at("pathRules")
          .items()
          .flatMap((rule) => redirects(rule.at("urlRedirect"))),
        ...matcher
          .at("routeRules")
          .items()
          .flatMap((rule) => redirects(rule.at("urlRedirect"))),
      ]),
  ];
}

/** What is read of the Gateway API (its reference, v1). */
interface ObjectMeta {
  name: string;
  namespace?: string;
}
export interface Gateway {
  metadata: ObjectMeta;
  spec: { listeners: { name: string; port: number; protocol: string }[] };
}
export interface HttpRoute {
  metadata: ObjectMeta;
  spec: {
    parentRefs?: { name: string; namespace?: string; sectionName?: string; port?: number }[];
    rules?: { filters?: { type: string; requestRedirect?: { scheme?: string } }[] }[];
  };
}

/** A route that a listener of plain HTTP takes up, and that does not redirect. Gateways of other stacks can't be seen. */
export function clearRoute(route: View<HttpRoute>, context: Context): Finding[] {
  const clear = route
    .at("spec")
    .at("parentRefs")
    .items()
    .flatMap((parent) => listenersOf(parent, route, context));
  if (clear.length === 0) return [];
  const rules = route.at("spec").at("rules");
  if (!rules.known) return [];
  return rules.items().flatMap((rule) => {
    const filters = rule.at("filters");
    if (!filters.known || filters.items().some(redirectsToHttps)) return [];
    return [
      {
        path: filters.path,
        found: `${filters.shown()} at the HTTP listener ${clear[0]}`,
        required: "a RequestRedirect to https, or a parentRef to the HTTPS listener by sectionName",
      },
    ];
  });
}

function redirectsToHttps(filter: View<{ type: string; requestRedirect?: { scheme?: string } }>): boolean {
  return filter.at("type").mayBe("RequestRedirect") && filter.at("requestRedirect").at("scheme").mayBe("https");
}

type ParentRef = View<{ name: string; namespace?: string; sectionName?: string; port?: number }>;

/** The names of listeners of plain HTTP that a route is attached to. */
function listenersOf(parent: ParentRef, route: View<HttpRoute>, context: Context): string[] {
  const name = parent.at("name").text();
  const namespace = parent.at("namespace").isSet ? parent.at("namespace") : route.at("metadata").at("namespace");
  if (name === undefined) return [];
  return context
    .all<Gateway>(gatewayType)
    .map(({ properties }) => properties.as<Gateway>())
    .filter((gateway) => gateway.at("metadata").at("name").text() === name)
    .filter((gateway) => gateway.at("metadata").at("namespace").text() === namespace.text())
    .flatMap((gateway) => gateway.at("spec").at("listeners").items())
    .filter((listener) => listener.at("protocol").text() === "HTTP" && takes(listener, parent))
    .map((listener) => listener.at("name").shown());
}

/** Without a name of a section or a port, every listener of the gateway takes up the route. */
function takes(listener: View<{ name: string; port: number }>, parent: ParentRef): boolean {
  const [section, port] = [parent.at("sectionName"), parent.at("port")];
  if (!section.known || !port.known) return false;
  return (
    (!section.isSet || section.text() === listener.at("name").text()) &&
    (!port.isSet || port.number() === listener.at("port").number())
  );
}
