import type { EdgeSpec } from "../../contract";
import { indent } from "./lines";
import { pageCaching } from "./nginx-cache";
import { corsRules } from "./nginx-cors";
import { forwardedHeaders, securityHeaders } from "./nginx-headers";

/** Path below which the error pages are, for nginx alone. */
const errorPath = "/-/errors";
/** The page where the application's own can't be had. */
const plainPath = "/-/unavailable";
const plainPage =
  "<!doctype html><html lang=en><meta charset=utf-8><title>Not available</title><h1>Not available</h1><p>The service can't answer at the moment. Please try again in a few minutes.</p></html>";

/**
 * The application's own pages, asked of the default service; only for what nginx itself answers, where the answer is not
 * already the application's. Each has an internal path, so that a route or a redirect may have the page's. A page that was
 * had before is kept for when the service is down; without one there is a plain page of the edge's.
 */
export function errorPages(spec: EdgeSpec, service: string): string[] {
  const pages = Object.entries(spec.errorPages).filter(([status]) => Number(status) >= 500);
  if (pages.length === 0) return [];
  return [
    ...pages.map(([status, page]) => `error_page ${status} ${errorPath}${page};`),
    ...[...new Set(pages.map(([, page]) => page))].flatMap((page) => [
      `location = ${errorPath}${page} {`,
      ...indent([
        "internal;",
        `rewrite ^ ${page} break;`,
        `proxy_pass http://${service};`,
        "proxy_http_version 1.1;",
        ...forwardedHeaders(spec),
        "proxy_set_header Connection '';",
        // The page alone: what was sent with the request that failed has nothing to do with it.
        "proxy_pass_request_body off;",
        "proxy_set_header Content-Length '';",
        // A client that has already waited must not wait long for the error page.
        "proxy_connect_timeout 1s;",
        "proxy_read_timeout 2s;",
        ...pageCaching(page),
        "proxy_hide_header Cache-Control;",
        "proxy_intercept_errors on;",
        `error_page 300 301 302 303 307 308 400 401 403 404 405 410 429 500 502 503 504 ${plainPath};`,
        "add_header Cache-Control no-store always;",
        ...securityHeaders(spec.headers),
        ...corsRules(spec),
      ]),
      "}",
    ]),
    `location = ${plainPath} {`,
    // With the headers of the server; the status stays the one of the error.
    ...indent(["internal;", "default_type text/html;", `return 200 "${plainPage}";`]),
    "}",
  ];
}
