import type { EdgeSpec, RateRuleSpec, RouteSpec } from "../../contract";
import { indent } from "./lines";
import { caching } from "./nginx-cache";
import { corsRules } from "./nginx-cors";
import { forwardedHeaders, securityHeaders } from "./nginx-headers";
import { rateLimits, rulePaths } from "./nginx-rates";
import { websocketIdleSeconds, websocketPath, websocketTurn } from "./nginx-websocket";

/** One location of a server: an exact path or a prefix, and the route that it belongs to. */
export interface EdgeLocation {
  exact: boolean;
  path: string;
  route: RouteSpec;
}

/**
 * The locations of one host's routes; one route is for all paths. Each route has its own location. So has each narrower path
 * that a rate rule counts separately, and each prefix without its last slash, which nginx would redirect to the prefix.
 * Exact paths that are taken are left out. The longest comes first, in the order in which nginx looks.
 */
export function locationsOf(
  routes: readonly RouteSpec[],
  rules: readonly RateRuleSpec[],
  taken: readonly string[],
): EdgeLocation[] {
  const prefixes = new Map(
    routes.filter(({ path }) => path.endsWith("*")).map((route) => [route.path.slice(0, -1), route]),
  );
  const exact = new Map(routes.filter(({ path }) => !path.endsWith("*")).map((route) => [route.path, route]));
  const all = new Map([...routesAt(rulePaths(rules)), ...prefixes]);
  const withoutSlash = [...all.keys()].filter((path) => path.length > 1 && path.endsWith("/"));
  const exactly = new Map([...routesAt(withoutSlash.map((path) => path.slice(0, -1))), ...exact]);
  for (const path of taken) exactly.delete(path);
  return [
    ...[...exactly].map(([path, route]) => ({ exact: true, path, route })),
    ...[...all].map(([path, route]) => ({ exact: false, path, route })),
  ].sort((a, b) => b.path.length - a.path.length || (a.path < b.path ? -1 : Number(a.path > b.path)));

  /** Paths with the routes of the longest prefixes that they lie in. */
  function routesAt(paths: readonly string[]): [string, RouteSpec][] {
    const longestFirst = [...prefixes].sort(([a], [b]) => b.length - a.length);
    return paths.flatMap((path): [string, RouteSpec][] => {
      const [, route] = longestFirst.find(([prefix]) => path.startsWith(prefix)) ?? [];
      return route === undefined ? [] : [[path, route]];
    });
  }
}

/** The text of a location. Its path may be one that is refused, and nginx looks at exact paths before that. */
export function locationBlock(location: EdgeLocation, spec: EdgeSpec): string[] {
  const { exact, path, route } = location;
  if (exact && spec.waf.deniedExtensions.some((ending) => path.toLowerCase().endsWith(dotted(ending)))) {
    return [`location = ${path} { return 403; }`];
  }
  const limits = rateLimits(spec.waf.rateRules, path);
  return [
    `location ${exact ? "= " : ""}${path} {`,
    ...indent([
      ...(route.websocket ? websocketTurn(location) : []),
      ...limits,
      `proxy_pass http://${route.service};`,
      ...proxied(spec, "''", route.timeoutSeconds),
      ...(route.streaming ? ["proxy_buffering off;"] : []),
      ...caching(route.cache),
      ...securityHeaders(spec.headers),
      ...corsRules(spec),
    ]),
    "}",
    ...(route.websocket ? websocketBlock(location, spec, limits) : []),
  ];
}

/** The websockets of a location: with its limits, at the path that was asked for. */
function websocketBlock(location: EdgeLocation, spec: EdgeSpec, limits: string[]): string[] {
  return [
    `location = ${websocketPath(location)} {`,
    ...indent([
      "internal;",
      ...limits,
      `proxy_pass http://${location.route.service}$request_uri;`,
      ...proxied(spec, "upgrade", websocketIdleSeconds),
      "proxy_set_header Upgrade websocket;",
      ...(location.route.cache.kind === "none" ? caching(location.route.cache) : []), // of one that is refused
      ...securityHeaders(spec.headers),
      ...corsRules(spec),
    ]),
    "}",
  ];
}

function proxied(spec: EdgeSpec, connection: string, timeoutSeconds: number): string[] {
  return [
    "proxy_http_version 1.1;",
    ...forwardedHeaders(spec),
    `proxy_set_header Connection ${connection};`,
    "proxy_connect_timeout 5s;",
    `proxy_send_timeout ${timeoutSeconds}s;`,
    `proxy_read_timeout ${timeoutSeconds}s;`,
  ];
}

function dotted(ending: string): string {
  return `.${ending.replace(/^\./, "").toLowerCase()}`;
}
