import type { CacheSpec, SecurityHeadersSpec } from "../../contract";

/** A header of an answer. */
export interface ResponseHeader {
  headerName: string;
  headerValue: string;
  /** It takes the place of the application's own. */
  replace: boolean;
}

/** What browsers are told: the security headers, and how long they may keep the answer. */
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

/** Where the origin decides, its own word stands. */
function cacheControl(cache: CacheSpec): string | undefined {
  switch (cache.kind) {
    case "static":
      return `public, max-age=${cache.maxAgeSeconds}${cache.immutable ? ", immutable" : ""}`;
    case "none":
      return "no-store";
    case "origin":
      return undefined;
  }
}
