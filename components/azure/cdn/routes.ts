import * as cdn from "@pulumi/azure-native/cdn";
import * as pulumi from "@pulumi/pulumi";
import type { Origin } from "./origins";
import type { EdgePath } from "./paths";
import { type EdgeArgs, inProfile } from "./profile";
import { cacheRules, commonRules, type EdgeRuleSet } from "./rule-sets";

/** What the routes are built from. */
export interface RoutesArgs extends EdgeArgs {
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
  const common = commonRules(`${name}-common`, args, parent);
  const caches = new Map<string, EdgeRuleSet>();
  for (const { key, hosts, route } of paths) {
    const { path, service, bucket, cache } = route;
    const origin = bucket === undefined ? services.get(service) : buckets.get(bucket);
    if (origin === undefined) throw new Error(`no origin answers for "${path}"`);
    const sets = cache.kind === "static" ? [common, cacheSet(cache)] : [common];
    new cdn.Route(
      `${name}-${key}`,
      {
        ...inProfile(args),
        endpointName: endpoint.name,
        routeName: key,
        customDomains: hosts.map((host) => ({ id: domains.get(host)?.id })),
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
      { parent, dependsOn: [origin.origin, ...sets.flatMap(({ rules }) => rules)] },
    );
  }

  function cacheSet(cache: EdgePath["route"]["cache"] & { kind: "static" }): EdgeRuleSet {
    const id = `${cache.maxAgeSeconds}${cache.immutable ? "-immutable" : ""}`;
    const set = caches.get(id) ?? cacheRules(`${name}-cache-${id}`, cache, args, parent);
    caches.set(id, set);
    return set;
  }

  /** An origin path takes the place of what a pattern says before its `*`, so that it has to repeat it. */
  function keyPrefix(bucket: string, path: string): pulumi.Output<string> {
    return pulumi.interpolate`/${storage.account(bucket).container}${path.replace(/\*$/, "")}`;
  }
}
