import type { types } from "@pulumi/gcp";
import * as compute from "@pulumi/gcp/compute";
import type * as pulumi from "@pulumi/pulumi";
import {
  type ComponentContext,
  contentName,
  type EdgeSpec,
  type HostSpec,
  physicalName,
  type RedirectSpec,
  type RouteSpec,
  type Transform,
  transformed,
} from "../../contract";
import type { Backends } from "./backends";
import { responseHeaders } from "./headers";
import { rankedRoutes } from "./host-routes";

type RouteRule = types.input.compute.URLMapPathMatcherRouteRule;

/** Arguments of the URL map. */
export interface UrlMapArgs {
  context: ComponentContext;
  spec: EdgeSpec;
  backends: Backends;
  transform?: Transform<compute.URLMapArgs>;
}

/** Redirects keep path and query. */
const permanently = "MOVED_PERMANENTLY_DEFAULT";

/** Where a request goes by host and path, and what happens to its headers on the way. */
export function urlMap(name: string, args: UrlMapArgs, parent: pulumi.Resource): compute.URLMap {
  const { context, spec, transform } = args;
  const mapArgs: compute.URLMapArgs = {
    // The access logs are found by it.
    name: urlMapName(context),
    description: `Routes of ${context.name}`,
    // A request for an unknown host is redirected to the first host. `httpsRedirect` is for maps of HTTP proxies only, and not permitted
    // here (compute.v1, `HttpRedirectAction.httpsRedirect`); the request is HTTPS already.
    defaultUrlRedirect: {
      hostRedirect: spec.hosts[0]?.host,
      redirectResponseCode: permanently,
      stripQuery: false,
    },
    headerAction:
      spec.waf.droppedHeaders.length === 0 ? undefined : { requestHeadersToRemoves: spec.waf.droppedHeaders },
    hostRules: spec.hosts.map(({ host }) => ({ hosts: [host], pathMatcher: matcherName(host) })),
    pathMatchers: spec.hosts.map((host) => pathMatcher(matcherName(host.host), host, args)),
  };
  return new compute.URLMap(name, transformed(transform, mapArgs, name), { parent });
}

/** Name of the URL map, which the access logs carry. */
export function urlMapName({ name }: ComponentContext): string {
  return name;
}

/** The URL map of port 80: everything goes to HTTPS. */
export function redirectMap(
  name: string,
  { context }: { context: ComponentContext },
  parent: pulumi.Resource,
): compute.URLMap {
  return new compute.URLMap(
    name,
    {
      description: `HTTP to HTTPS of ${context.name}`,
      defaultUrlRedirect: { httpsRedirect: true, redirectResponseCode: permanently, stripQuery: false },
    },
    { parent },
  );
}

/** Name of a host's part of the map, by the host, so that another host renames none. Names here have at most 63 characters. */
function matcherName(host: string): string {
  return physicalName(["host", contentName(host)], 63);
}

function pathMatcher(
  name: string,
  host: HostSpec,
  { spec, backends }: UrlMapArgs,
): types.input.compute.URLMapPathMatcher {
  const routes = rankedRoutes(host, spec.routes);
  const all = routes.find(({ path }) => path === "/*");
  const rules: Omit<RouteRule, "priority">[] = [
    ...spec.redirects.map(redirectRule),
    ...routes.map((route) => routeRule(route, spec, backends)),
  ];
  return {
    name,
    defaultService: all === undefined ? undefined : backends.of(all),
    routeRules: rules.map((rule, i) => ({ ...rule, priority: i + 1 })),
  };
}

function routeRule(route: RouteSpec, spec: EdgeSpec, backends: Backends): Omit<RouteRule, "priority"> {
  return {
    matchRules: [pathMatch(route.path)],
    service: backends.of(route),
    // A bucket's headers are the backend bucket's own, and its cross-origin calls the bucket's.
    headerAction:
      route.bucket === undefined ? { responseHeadersToAdds: responseHeaders(spec.headers, route.cache) } : undefined,
    routeAction:
      route.bucket === undefined && spec.cors !== undefined ? { corsPolicy: corsPolicy(spec.cors) } : undefined,
    customErrorResponsePolicy: errorPages(route, spec, backends),
  };
}

/** Pages come from a bucket and nowhere else; an API's own errors stay as they are. */
function errorPages(
  { cache, bucket }: RouteSpec,
  { errorPages: pages }: EdgeSpec,
  { pages: errorService }: Backends,
): RouteRule["customErrorResponsePolicy"] {
  const entries = Object.entries(pages);
  if (errorService === undefined || entries.length === 0 || cache.kind === "none" || bucket !== undefined)
    return undefined;
  return {
    errorService,
    errorResponseRules: entries.map(([status, path]) => ({ matchResponseCodes: [status], path })),
  };
}

function corsPolicy(cors: NonNullable<EdgeSpec["cors"]>) {
  return {
    allowOrigins: cors.origins,
    allowMethods: cors.methods,
    allowHeaders: cors.headers,
    allowCredentials: cors.credentials,
    maxAge: cors.maxAgeSeconds,
    disabled: false,
  };
}

function redirectRule({ from, to, permanent }: RedirectSpec): Omit<RouteRule, "priority"> {
  const target = new URL(to, "https://same.invalid"); // without query and fragment, which `problems.ts` refuses
  return {
    matchRules: [pathMatch(from)],
    urlRedirect: {
      hostRedirect: target.hostname === "same.invalid" ? undefined : target.host,
      pathRedirect: target.pathname,
      redirectResponseCode: permanent ? permanently : "FOUND",
      stripQuery: false,
    },
  };
}

function pathMatch(path: string): { prefixMatch: string } | { fullPathMatch: string } {
  return path.endsWith("*") ? { prefixMatch: path.slice(0, -1) } : { fullPathMatch: path };
}
