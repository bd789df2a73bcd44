import * as cloudfront from "@pulumi/aws/cloudfront";
import type * as pulumi from "@pulumi/pulumi";
import type { CacheSpec, CdnSpec, ComponentContext } from "../../contract";

/** Ids of CloudFront's managed policies (Amazon CloudFront Developer Guide, "Use managed cache policies", "Use managed origin request policies"). */
export const managedPolicies = {
  cachingDisabled: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
  allViewer: "216adef6-5c7f-47e4-b989-5492eafa07d3",
} as const;

/** Cache policies of our own. */
export interface CachePolicies {
  /** As the origin says, and not without. */
  origin: cloudfront.CachePolicy;
  /** Static files, by the time for which they are kept. */
  static: ReadonlyMap<number, cloudfront.CachePolicy>;
}

/** Makes the cache policies that the routes need. */
export function cachePolicies(
  name: string,
  caches: readonly CacheSpec[],
  context: ComponentContext,
  parent: pulumi.Resource,
): CachePolicies {
  const ages = [...new Set(caches.flatMap((cache) => (cache.kind === "static" ? [cache.maxAgeSeconds] : [])))];
  return {
    origin: new cloudfront.CachePolicy(
      `${name}-cache-origin`,
      {
        name: `${context.name}-origin`,
        comment: "As the origin says in Cache-Control; pages differ by cookie and by host",
        minTtl: 0,
        defaultTtl: 0,
        maxTtl: 86_400,
        parametersInCacheKeyAndForwardedToOrigin: {
          enableAcceptEncodingBrotli: true,
          enableAcceptEncodingGzip: true,
          cookiesConfig: { cookieBehavior: "all" },
          headersConfig: {
            headerBehavior: "whitelist",
            headers: { items: ["Host", "Authorization", "Origin"] },
          },
          queryStringsConfig: { queryStringBehavior: "all" },
        },
      },
      { parent },
    ),
    static: new Map(
      ages.map((seconds) => [
        seconds,
        new cloudfront.CachePolicy(
          `${name}-cache-static-${seconds}`,
          {
            name: `${context.name}-static-${seconds}`,
            comment: "Static files: the path is the whole key",
            minTtl: seconds,
            defaultTtl: seconds,
            maxTtl: seconds,
            parametersInCacheKeyAndForwardedToOrigin: {
              enableAcceptEncodingBrotli: true,
              enableAcceptEncodingGzip: true,
              cookiesConfig: { cookieBehavior: "none" },
              headersConfig: { headerBehavior: "none" },
              queryStringsConfig: { queryStringBehavior: "none" },
            },
          },
          { parent },
        ),
      ]),
    ),
  };
}

/** Security headers, CORS, and what browsers may keep: one policy per kind of cache. */
export function responseHeaders(
  name: string,
  spec: CdnSpec,
  cache: CacheSpec,
  context: ComponentContext,
  parent: pulumi.Resource,
): cloudfront.ResponseHeadersPolicy {
  const { headers, cors } = spec;
  const suffix = cache.kind === "static" ? `static-${cache.maxAgeSeconds}` : cache.kind;
  return new cloudfront.ResponseHeadersPolicy(
    `${name}-headers-${suffix}`,
    {
      name: `${context.name}-${suffix}`,
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
          headers.contentSecurityPolicy === undefined
            ? undefined
            : { contentSecurityPolicy: headers.contentSecurityPolicy, override: true },
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
      customHeadersConfig: { items: [{ header: "Cache-Control", ...cacheControl(cache) }] },
    },
    { parent },
  );
}

/** What browsers are told; where the origin decides, only if it says nothing. */
function cacheControl(cache: CacheSpec): { value: string; override: boolean } {
  switch (cache.kind) {
    case "static":
      return { value: `public, max-age=${cache.maxAgeSeconds}${cache.immutable ? ", immutable" : ""}`, override: true };
    case "none":
      return { value: "no-store", override: true };
    case "origin":
      return { value: "no-cache", override: false };
  }
}
