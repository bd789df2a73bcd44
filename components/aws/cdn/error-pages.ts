import type { CdnSpec } from "../../contract";

/** An error page as a distribution has it. */
export interface ErrorPage {
  errorCode: number;
  responseCode: number;
  responsePagePath: string;
  errorCachingMinTtl: number;
}

/** What CloudFront itself answers when the origin does not (CloudFront Developer Guide, "HTTP 5xx status codes"). */
const edgeErrors = ["502", "503", "504"] as const;

/** An error is forgotten after so many seconds. */
const cachedSeconds = 10;

/**
 * The error pages that a distribution can have without harm. CloudFront has them for all its paths, so that a page for 404
 * would turn an API's own answer into HTML: where a route is never cached, which is how APIs are, only the edge's own errors
 * get a page, and the application answers the others itself.
 */
export function errorPages({ errorPages: pages, routes }: Pick<CdnSpec, "errorPages" | "routes">): ErrorPage[] {
  const hasApi = routes.some(({ cache }) => cache.kind === "none");
  return Object.entries(pages)
    .filter(([status]) => !hasApi || edgeErrors.some((error) => error === status))
    .map(([status, responsePagePath]) => ({
      errorCode: Number(status),
      responseCode: Number(status),
      responsePagePath,
      errorCachingMinTtl: cachedSeconds,
    }));
}
