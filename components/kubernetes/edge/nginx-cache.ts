import { type CacheSpec, type EdgeSpec, fileStatuses, staticCacheControl } from "../../contract";

/** Answers that stay good when the service fails. */
const stale = [
  "proxy_cache_use_stale error timeout updating http_500 http_502 http_503 http_504;",
  "proxy_cache_background_update on;",
];

/** At most this much is kept, in MiB: of static files, and of error pages. */
export const cacheMiB = { static: 512, pages: 16 } as const;

/** The cache's zones, and the header for browsers of each kind of static file. */
export function caches(spec: EdgeSpec): string[] {
  return [
    cachePath("static", "10m", cacheMiB.static),
    ...(Object.keys(spec.errorPages).length > 0 ? [cachePath("pages", "1m", cacheMiB.pages)] : []),
    ...new Set(
      spec.routes.flatMap(({ cache }) =>
        cache.kind === "static"
          ? [`map $status $${variable(cache)} { ${headersByStatus(cache)} default no-store; }`]
          : [],
      ),
    ),
  ];
}

function cachePath(zone: string, keys: string, megabytes: number): string {
  // Kept longer than it is fresh: what is stale helps when the service is down.
  return `proxy_cache_path /var/cache/nginx/${zone} levels=1:2 keys_zone=${zone}:${keys} max_size=${megabytes}m inactive=7d use_temp_path=off;`;
}

type Static = Extract<CacheSpec, { kind: "static" }>;

function variable({ maxAgeSeconds, immutable }: Static): string {
  return `static_${maxAgeSeconds}${immutable ? "_immutable" : ""}`;
}

/** Only the file itself is kept by browsers: an error or a redirect that is kept for a year could never be taken back. */
function headersByStatus(cache: Static): string {
  return fileStatuses.map((status) => `${status} "${staticCacheControl(cache)}";`).join(" ");
}

/** How a location's answers are kept, here and in browsers. */
export function caching(cache: CacheSpec): string[] {
  switch (cache.kind) {
    case "none":
      return ["proxy_hide_header Cache-Control;", "add_header Cache-Control no-store always;"];
    case "origin":
      return [];
    case "static":
      return [
        "proxy_cache static;",
        'proxy_cache_key "$host $proxy_host$request_uri";',
        "proxy_cache_lock on;",
        ...stale,
        `proxy_cache_valid 200 ${Math.min(cache.maxAgeSeconds, 86_400)}s;`,
        "proxy_ignore_headers Cache-Control Expires Set-Cookie;",
        "proxy_hide_header Cache-Control;",
        "proxy_hide_header Expires;",
        "proxy_hide_header Set-Cookie;",
        // Kept as it is, and compressed for each client here: a compressed copy would go to clients that can't read it.
        "proxy_set_header Accept-Encoding '';",
        `add_header Cache-Control $${variable(cache)} always;`,
      ];
  }
}

/** An error page is kept for when it can't be had; from time to time it is asked for anew. */
export function pageCaching(page: string): string[] {
  return [
    "proxy_cache pages;",
    `proxy_cache_key "$host ${page}";`,
    ...stale,
    "proxy_cache_valid 200 5m;",
    "proxy_ignore_headers Cache-Control Expires Set-Cookie Vary;",
    "proxy_hide_header Set-Cookie;",
    "proxy_set_header Accept-Encoding '';",
  ];
}
