/** CloudFront's limits for an edge; the config is checked against them before any resource is made (`problems.ts`). */

/** Longest code of a function, in bytes (CloudFront Developer Guide, "Quotas on CloudFront Functions"). */
export const longestCode = 10_240;

/**
 * Longest content security policy that fits a policy of CloudFront (CloudFront Developer Guide, quotas of response headers
 * policies).
 */
export const longestSecurityPolicy = 1783;

/** Default quota of cache behaviours of a distribution ("Quotas", Amazon CloudFront Developer Guide). */
export const mostBehaviours = 75;

/** Seconds that CloudFront waits for an origin (CloudFront API, `OriginReadTimeout`). */
export const originSeconds = { least: 1, most: 120 } as const;
