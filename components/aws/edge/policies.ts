import * as cloudfront from "@pulumi/aws/cloudfront";
import type * as pulumi from "@pulumi/pulumi";
import type { ComponentContext, EdgeSpec } from "../../contract";
import type { Behavior } from "./behaviors";
import { longestSecurityPolicy } from "./limits";

/**
 * Ids of CloudFront's managed policies (Amazon CloudFront Developer Guide, "Use managed cache policies", "Use managed origin
 * request policies").
 */
export const managedPolicies = {
  cachingDisabled: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
  allViewer: "216adef6-5c7f-47e4-b989-5492eafa07d3",
} as const;

/** Cache policies of our own, and the managed one for what is never cached. */
export interface CachePolicies {
  /** Id of the policy of a path. */
  idOf(behavior: CachedBehavior): pulumi.Input<string>;
}

type CachedBehavior = Pick<Behavior, "cache" | "bucket">;

/** Makes the cache policies that the paths need. */
export function cachePolicies(
  name: string,
  paths: readonly CachedBehavior[],
  context: ComponentContext,
  parent: pulumi.Resource,
): CachePolicies {
  const policies = new Map<string, cloudfront.CachePolicy>();
  for (const path of paths) {
    const suffix = suffixOf(path);
    if (suffix === undefined || policies.has(suffix)) continue;
    const policyArgs = { name: `${context.name}-${suffix}`, ...cachePolicy(path) };
    policies.set(suffix, new cloudfront.CachePolicy(`${name}-cache-${suffix}`, policyArgs, { parent }));
  }
  return { idOf: (path) => policies.get(suffixOf(path) ?? "")?.id ?? managedPolicies.cachingDisabled };
}

/** Name of the policy of a path; undefined where it is never cached. */
function suffixOf({ cache, bucket }: CachedBehavior): string | undefined {
  switch (cache.kind) {
    case "none":
      return undefined;
    case "origin":
      return bucket === undefined ? "origin" : "origin-bucket";
    case "static":
      return `static-${cache.maxAgeSeconds}${bucket === undefined ? "" : "-bucket"}`;
  }
}

/** A header or cookie that is part of the key reaches the origin too: a bucket must not see the application's host. */
function cachePolicy({ cache, bucket }: CachedBehavior): cloudfront.CachePolicyArgs {
  const seconds = cache.kind === "static" ? cache.maxAgeSeconds : undefined;
  const pages = seconds === undefined && bucket === undefined;
  const headers = bucket === undefined ? ["Host", ...(pages ? ["Authorization", "Origin"] : [])] : [];
  return {
    comment: seconds === undefined ? "As the origin says in Cache-Control" : "Static files, by path and query",
    // No least time: an answer that says of itself that it must not be kept is not kept.
    minTtl: 0,
    defaultTtl: seconds ?? 0,
    maxTtl: seconds ?? longestPageSeconds,
    parametersInCacheKeyAndForwardedToOrigin: {
      enableAcceptEncodingBrotli: true,
      enableAcceptEncodingGzip: true,
      cookiesConfig: { cookieBehavior: pages ? "all" : "none" },
      headersConfig:
        headers.length === 0
          ? { headerBehavior: "none" }
          : { headerBehavior: "whitelist", headers: { items: headers } },
      queryStringsConfig: { queryStringBehavior: "all" },
    },
  };
}

/** A page is kept for a day at most, whatever the origin says. */
const longestPageSeconds = 86_400;

/**
 * Security headers and CORS, the same for all paths: an account has 20 such policies, so a stack takes one. A function sets
 * what browsers may cache (`viewer-response.ts`); this is the default for answers without a header: revalidate.
 */
export function responseHeaders(
  name: string,
  { headers, cors }: EdgeSpec,
  context: ComponentContext,
  parent: pulumi.Resource,
): cloudfront.ResponseHeadersPolicy {
  const { contentSecurityPolicy } = headers;
  if ((contentSecurityPolicy?.length ?? 0) > longestSecurityPolicy) {
    throw new Error(
      `the content security policy has ${contentSecurityPolicy?.length} characters; CloudFront takes ${longestSecurityPolicy}`,
    );
  }
  return new cloudfront.ResponseHeadersPolicy(
    `${name}-headers`,
    {
      name: context.name,
      comment: "Security headers of the edge",
      securityHeadersConfig: {
        strictTransportSecurity: {
          accessControlMaxAgeSec: headers.hsts.maxAgeSeconds,
          includeSubdomains: headers.hsts.includeSubDomains,
          preload: headers.hsts.preload,
          override: true,
        },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: headers.frameOptions, override: true },
        referrerPolicy: { referrerPolicy: headers.referrerPolicy, override: true },
        contentSecurityPolicy:
          contentSecurityPolicy === undefined ? undefined : { contentSecurityPolicy, override: true },
      },
      corsConfig:
        cors === undefined
          ? undefined
          : {
              accessControlAllowCredentials: cors.credentials,
              accessControlAllowHeaders: { items: cors.headers },
              accessControlAllowMethods: { items: cors.methods },
              accessControlAllowOrigins: { items: cors.origins },
              accessControlMaxAgeSec: cors.maxAgeSeconds,
              originOverride: true,
            },
      customHeadersConfig: { items: [{ header: "Cache-Control", value: "no-cache", override: false }] },
    },
    { parent },
  );
}
