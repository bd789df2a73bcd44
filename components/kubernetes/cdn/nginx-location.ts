import type { CacheSpec, CdnSpec, RateRuleSpec, RouteSpec, SecurityHeadersSpec } from "../../contract";
import { indent } from "./lines";
import { rateLimits, rulePaths } from "./nginx-rates";

/** What a location is made from beside its route. */
export interface LocationInputs {
  spec: CdnSpec;
  upstream: string;
  /** Headers for other origins. */
  rules: string[];
}

/** One location of a server: an exact path or a prefix, and the route that it belongs to. */
export interface EdgeLocation {
  exact: boolean;
  path: string;
  route: RouteSpec;
}

/**
 * The locations of one host's routes, of which one is for all paths: each route's own; one for each narrower path that a
 * rate rule counts apart; and one for each prefix without its last slash, which nginx would redirect to the prefix. Exact
 * paths that are taken are left out. The longest first, as nginx would look anyway.
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
export function locationBlock(
  { exact, path, route }: EdgeLocation,
  { spec, upstream, rules }: LocationInputs,
): string[] {
  if (exact && spec.waf.deniedExtensions.some((ending) => path.toLowerCase().endsWith(dotted(ending)))) {
    return [`location = ${path} { return 403; }`];
  }
  return [
    `location ${exact ? "= " : ""}${path} {`,
    ...indent([
      ...rateLimits(spec.waf.rateRules, path),
      `proxy_pass ${upstream};`,
      "proxy_http_version 1.1;",
      ...forwardedHeaders(spec),
      ...(route.websocket
        ? ["proxy_set_header Upgrade $http_upgrade;", "proxy_set_header Connection $connection_upgrade;"]
        : ["proxy_set_header Connection '';"]),
      "proxy_connect_timeout 5s;",
      `proxy_send_timeout ${route.timeoutSeconds}s;`,
      `proxy_read_timeout ${route.timeoutSeconds}s;`,
      ...(route.streaming ? ["proxy_buffering off;"] : []),
      ...caching(route.cache),
      ...securityHeaders(spec.headers),
      ...rules,
    ]),
    "}",
  ];
}

function dotted(ending: string): string {
  return `.${ending.replace(/^\./, "").toLowerCase()}`;
}

/** Tells the application who asked, by what host, and that it was by TLS. */
export function forwardedHeaders(spec: CdnSpec): string[] {
  return [
    "proxy_set_header Host $host;",
    "proxy_set_header X-Real-IP $remote_addr;",
    "proxy_set_header X-Forwarded-For $remote_addr;",
    "proxy_set_header X-Forwarded-Proto https;",
    "proxy_set_header X-Forwarded-Host '';",
    ...droppedHeaders(spec),
  ];
}

/** Headers that never reach the application. `X-Forwarded-Host` is always emptied: the host is in `Host`. */
function droppedHeaders({ waf }: CdnSpec): string[] {
  return waf.droppedHeaders
    .filter((header) => header.toLowerCase() !== "x-forwarded-host")
    .map((header) => `proxy_set_header ${header} '';`);
}

function caching(cache: CacheSpec): string[] {
  switch (cache.kind) {
    case "none":
      return ["proxy_hide_header Cache-Control;", 'add_header Cache-Control "no-store" always;'];
    case "origin":
      return [];
    case "static": {
      const value = `public, max-age=${cache.maxAgeSeconds}${cache.immutable ? ", immutable" : ""}`;
      return [
        "proxy_cache static;",
        'proxy_cache_key "$host $proxy_host$request_uri";',
        "proxy_cache_lock on;",
        "proxy_cache_use_stale error timeout updating;",
        `proxy_cache_valid 200 ${Math.min(cache.maxAgeSeconds, 86_400)}s;`,
        "proxy_ignore_headers Cache-Control Expires Set-Cookie;",
        "proxy_hide_header Cache-Control;",
        "proxy_hide_header Set-Cookie;",
        `add_header Cache-Control "${value}";`,
        "add_header Vary Accept-Encoding;",
      ];
    }
  }
}

/** This layer sets them, so an application's own are hidden. */
export function securityHeaders({
  hsts,
  contentSecurityPolicy,
  frameOptions,
  referrerPolicy,
}: SecurityHeadersSpec): string[] {
  const transport = [
    `max-age=${hsts.maxAgeSeconds}`,
    ...(hsts.includeSubDomains ? ["includeSubDomains"] : []),
    ...(hsts.preload ? ["preload"] : []),
  ].join("; ");
  const headers: [string, string | undefined][] = [
    ["Strict-Transport-Security", transport],
    ["X-Content-Type-Options", "nosniff"],
    ["X-Frame-Options", frameOptions],
    ["Referrer-Policy", referrerPolicy],
    ["Content-Security-Policy", contentSecurityPolicy],
  ];
  return headers.flatMap(([name, value]) =>
    value === undefined ? [] : [`proxy_hide_header ${name};`, `add_header ${name} "${value}" always;`],
  );
}
