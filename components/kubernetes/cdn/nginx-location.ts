import type { CacheSpec, CdnSpec, RouteSpec, SecurityHeadersSpec } from "../../contract";
import { indent } from "./lines";
import { narrowerPaths, rateLimits } from "./nginx-rates";

/** What a location is made from beside its route. */
export interface LocationInputs {
  spec: CdnSpec;
  upstream: string;
  /** Headers for other origins. */
  rules: string[];
}

/** The prefix that a route's path means to nginx. */
export function locationKey(path: string): string {
  return path.replace(/\*$/, "");
}

/** The locations of a route: its own, and one for each narrower path that a rate rule counts apart. */
export function locationBlock(route: RouteSpec, inputs: LocationInputs): string[] {
  const path = locationKey(route.path);
  const longerRoutes = inputs.spec.routes
    .map((other) => locationKey(other.path))
    .filter((other) => other.startsWith(path) && other !== path);
  const own = narrowerPaths(inputs.spec.waf.rateRules, path).filter(
    (narrow) => !longerRoutes.some((longer) => narrow.startsWith(longer)),
  );
  return [...new Set(own), path].flatMap((prefix) => block(prefix, route, inputs));
}

function block(prefix: string, route: RouteSpec, { spec, upstream, rules }: LocationInputs): string[] {
  const exact = !route.path.endsWith("*");
  return [
    `location ${exact ? "= " : ""}${prefix} {`,
    ...indent([
      ...rateLimits(spec.waf.rateRules, prefix),
      `proxy_pass ${upstream};`,
      "proxy_http_version 1.1;",
      "proxy_set_header Host $host;",
      "proxy_set_header X-Real-IP $remote_addr;",
      "proxy_set_header X-Forwarded-For $remote_addr;",
      "proxy_set_header X-Forwarded-Proto https;",
      "proxy_set_header X-Forwarded-Host '';",
      ...droppedHeaders(spec),
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
function securityHeaders({ hsts, contentSecurityPolicy, frameOptions, referrerPolicy }: SecurityHeadersSpec): string[] {
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
