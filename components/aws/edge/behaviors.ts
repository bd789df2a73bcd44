import { type CacheSpec, defaultTimeoutSeconds, type RouteSpec } from "../../contract";

/** CloudFront's behavior for one path. */
export interface Behavior {
  /** CloudFront's pattern; `*` is the default behavior. */
  pathPattern: string;
  cache: CacheSpec;
  /** Bucket that answers; the load balancer where undefined. */
  bucket?: string;
  timeoutSeconds: number;
}

/** How careful a cache is: where hosts differ on a path, the most careful one is taken. */
const care: Readonly<Record<CacheSpec["kind"], number>> = { none: 2, origin: 1, static: 0 };

/** Bucket of the pages that the edge shows where the load balancer does not answer. */
export const errorPageBucketName = "error-pages";

/**
 * Routes as behaviors, the longest path first, since CloudFront takes the first that matches. A behavior knows no hosts:
 * routes of one path on several hosts become one behavior with the most careful cache and the longest patience; the load
 * balancer tells the hosts apart. `edgePages` are paths of error pages, which come from a bucket of their own. Throws where
 * a bucket would answer for all paths of hosts with a service: with it CloudFront could be asked for the list of its objects, unless
 * the distribution has a root object (`bucketsOnly`).
 */
export function behaviors(
  routes: readonly RouteSpec[],
  { edgePages = [], bucketsOnly = false }: { edgePages?: readonly string[]; bucketsOnly?: boolean } = {},
): Behavior[] {
  const byPath = new Map<string, Behavior>();
  for (const { path, cache, bucket, timeoutSeconds } of routes) {
    const pathPattern = path === "/*" ? "*" : path;
    const known = byPath.get(pathPattern);
    byPath.set(pathPattern, {
      pathPattern,
      cache: known !== undefined && care[known.cache.kind] >= care[cache.kind] ? known.cache : cache,
      bucket: known === undefined ? bucket : known.bucket === bucket ? bucket : undefined,
      timeoutSeconds: Math.max(timeoutSeconds, known?.timeoutSeconds ?? 0),
    });
  }
  const everywhere = byPath.get("*")?.bucket;
  if (everywhere !== undefined && !bucketsOnly)
    throw new Error(`a route of "/*" is answered by the bucket "${everywhere}"`);
  for (const page of edgePages) {
    byPath.set(page, {
      pathPattern: page,
      cache: { kind: "none" },
      bucket: errorPageBucketName,
      timeoutSeconds: defaultTimeoutSeconds,
    });
  }
  return [...byPath.values()].sort(
    (a, b) => fixedLength(b) - fixedLength(a) || (a.pathPattern < b.pathPattern ? 1 : -1),
  );
}

/** Length of what a path surely begins with. Of two that begin alike, the one without a `*` is the narrower. */
function fixedLength({ pathPattern }: Behavior): number {
  return pathPattern.replace(/\*$/, "").length + (pathPattern.endsWith("*") ? 0 : 0.5);
}
