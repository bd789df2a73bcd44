import * as cdn from "@pulumi/azure-native/cdn";
import * as pulumi from "@pulumi/pulumi";
import { formerly } from "../../contract";
import type { Origin } from "./origins";
import type { EdgePath } from "./paths";
import { type FrontDoorArgs, inProfile } from "./profile";
import { blobRules, type CachedFiles, cacheRules, commonRules, type EdgeRuleSet } from "./rule-sets";

/** Arguments of the routes. */
export interface RoutesArgs extends FrontDoorArgs {
  endpoint: cdn.AFDEndpoint;
  domains: ReadonlyMap<string, cdn.AFDCustomDomain>;
  paths: readonly EdgePath[];
  services: ReadonlyMap<string, Origin>;
  buckets: ReadonlyMap<string, Origin>;
}

/** Kinds of text that Front Door compresses (Microsoft Learn, "Improve performance by compressing files in Azure Front Door"). */
const textTypes = [
  "application/javascript",
  "application/json",
  "application/xml",
  "image/svg+xml",
  "text/css",
  "text/html",
  "text/javascript",
  "text/plain",
];

/** Routes of all paths. Only static files are cached: Front Door would keep what has no Cache-Control for days. */
export function routes(name: string, args: RoutesArgs, parent: pulumi.Resource): void {
  const { spec, storage, endpoint, domains, paths, services, buckets } = args;
  const common = commonRules(name, args, parent);
  const caches = new Map<string, EdgeRuleSet>();
  const blobs = buckets.size === 0 ? [] : [blobRules(`${name}-blobs`, args, parent)];
  for (const { key, formerKey, host, route } of paths) {
    const { path, service, bucket, cache } = route;
    const origin = bucket === undefined ? services.get(service ?? "") : buckets.get(bucket);
    if (origin === undefined) throw new Error(`no origin answers for "${path}"`);
    const sets = [
      ...common,
      ...(bucket === undefined ? [] : blobs),
      ...(cache.kind === "static" ? [cacheSet(cache)] : []),
    ];
    new cdn.Route(
      `${name}-${key}`,
      {
        ...inProfile(args),
        endpointName: endpoint.name,
        routeName: key,
        customDomains: [{ id: domains.get(host)?.id }],
        patternsToMatch: [path],
        originGroup: { id: origin.group.id },
        originPath: bucket === undefined ? undefined : keyPrefix(bucket, path),
        ruleSets: sets.map(({ set }) => ({ id: set.id })),
        supportedProtocols: [cdn.AFDEndpointProtocols.Http, cdn.AFDEndpointProtocols.Https],
        httpsRedirect: cdn.HttpsRedirect.Enabled,
        forwardingProtocol: cdn.ForwardingProtocol.HttpsOnly,
        linkToDefaultDomain: cdn.LinkToDefaultDomain.Disabled,
        enabledState: cdn.EnabledState.Enabled,
        cacheConfiguration:
          cache.kind === "static"
            ? {
                queryStringCachingBehavior: cdn.AfdQueryStringCachingBehavior.UseQueryString,
                compressionSettings: {
                  isCompressionEnabled: spec.compression,
                  contentTypesToCompress: spec.compression ? textTypes : [],
                },
              }
            : undefined,
      },
      {
        parent,
        dependsOn: [origin.origin, ...sets.flatMap(({ rules }) => rules)],
        ...formerly(formerKey && `${name}-${formerKey}`),
        // A pair of host and path has one route at any moment.
        deleteBeforeReplace: true,
      },
    );
  }

  function cacheSet(cache: CachedFiles): EdgeRuleSet {
    const set = caches.get(String(cache.maxAgeSeconds)) ?? cacheRules(name, cache, args, parent);
    caches.set(String(cache.maxAgeSeconds), set);
    return set;
  }

  /** An origin path takes the place of what a pattern says before its `*`, so that it has to repeat it. */
  function keyPrefix(bucket: string, path: string): pulumi.Output<string> {
    return pulumi.interpolate`/${storage.account(bucket).container}${path.replace(/\*$/, "")}`;
  }
}
