import type { CacheSpec, SecurityHeadersSpec } from "../../contract";

/** A header of an answer. */
export interface ResponseHeader {
  headerName: string;
  headerValue: string;
  /** It takes the place of the application's own. */
  replace: boolean;
}

/** Headers for browsers: the security headers, and no-store for answers that are never cached. */
export function responseHeaders(headers: SecurityHeadersSpec, cache: CacheSpec): ResponseHeader[] {
  const { hsts, contentSecurityPolicy, frameOptions, referrerPolicy } = headers;
  const values: Record<string, string | undefined> = {
    "Strict-Transport-Security": [
      `max-age=${hsts.maxAgeSeconds}`,
      ...(hsts.includeSubDomains ? ["includeSubDomains"] : []),
      ...(hsts.preload ? ["preload"] : []),
    ].join("; "),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": frameOptions,
    "Referrer-Policy": referrerPolicy,
    "Content-Security-Policy": contentSecurityPolicy,
    "Cache-Control": cacheControl(cache),
  };
  return Object.entries(values).flatMap(([headerName, headerValue]) =>
    headerValue === undefined ? [] : [{ headerName, headerValue, replace: true }],
  );
}

/**
 * Where the origin decides, its own header is kept. For static files the cache sets it, by its client TTL and on successful
 * answers only: a header of the load balancer is on errors too, and a browser would keep a missing file for a year.
 */
function cacheControl({ kind }: CacheSpec): string | undefined {
  return kind === "none" ? "no-store" : undefined;
}
