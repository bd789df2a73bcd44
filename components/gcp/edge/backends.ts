import * as compute from "@pulumi/gcp/compute";
import { getProjectOutput } from "@pulumi/gcp/organizations/getProject";
import * as gcs from "@pulumi/gcp/storage";
import * as pulumi from "@pulumi/pulumi";
import {
  type CacheSpec,
  type EdgeSpec,
  physicalName,
  type RouteSpec,
  servedRoutes,
  type Transform,
  transformed,
} from "../../contract";
import type { GcpCompute } from "../compute";
import type { GcpStorage } from "../storage";
import { responseHeaders } from "./headers";

/** Arguments of the backends. */
export interface BackendsArgs {
  project: string;
  spec: EdgeSpec;
  compute: GcpCompute | undefined;
  storage: GcpStorage;
  firewall: compute.SecurityPolicy;
  edgeFirewall?: compute.SecurityPolicy;
  transform?: Transform<compute.BackendServiceArgs>;
}

/** Who answers a route. */
export interface Backends {
  /** Reference of the backend service or backend bucket of a route. */
  of(route: RouteSpec): pulumi.Output<string>;
  /** The bucket from which error pages can be read: of those that routes name, the first by name. */
  pages?: pulumi.Output<string>;
}

/** Longest that Cloud CDN keeps an answer, in seconds (Cloud CDN documentation, "Use TTL settings and overrides"). */
const longestTtl = 31_622_400;

/** One backend service per service and cache, and one backend bucket per bucket and cache. */
export function backends(name: string, args: BackendsArgs, parent: pulumi.Resource): Backends {
  const { spec, firewall, edgeFirewall, storage, project, transform } = args;
  const groups = new Map<string, compute.RegionNetworkEndpointGroup>();
  const made = new Map<string, pulumi.Output<string>>();
  const readable = new Set<string>();
  const buckets = new Set<string>();
  for (const route of servedRoutes(spec)) {
    if (made.has(keyOf(route))) continue;
    made.set(keyOf(route), route.bucket === undefined ? service(route) : bucket(route, route.bucket));
    if (route.bucket !== undefined) buckets.add(keyOf(route));
  }
  const [pages] = [...buckets].sort();
  return {
    pages: pages === undefined ? undefined : made.get(pages),
    of: (route) => {
      const found = made.get(keyOf(route));
      if (found === undefined) throw new Error(`${name}: there is no backend ${keyOf(route)}`);
      return found;
    },
  };

  function service(route: RouteSpec): pulumi.Output<string> {
    if (route.service === undefined) throw new Error(`${name}: nothing answers for ${route.path}`);
    const backendName = logicalName(name, route);
    const cached = route.cache.kind !== "none";
    const backendArgs: compute.BackendServiceArgs = {
      description: `${route.service}, cache ${route.cache.kind}`,
      loadBalancingScheme: "EXTERNAL_MANAGED",
      protocol: "HTTPS",
      backends: [{ group: group(route.service).id }],
      securityPolicy: firewall.selfLink,
      edgeSecurityPolicy: cached ? edgeFirewall?.selfLink : undefined,
      enableCdn: cached,
      cdnPolicy: cached ? cdnPolicy(route.cache) : undefined,
      compressionMode: spec.compression && cached ? "AUTOMATIC" : "DISABLED",
      // The client as the load balancer sees it, in the place of what a client says of itself ("Create custom headers").
      customRequestHeaders: ["X-Real-IP: {client_ip_address}"],
      logConfig: { enable: true, sampleRate: 1 },
    };
    return new compute.BackendService(backendName, transformed(transform, backendArgs, backendName), { parent }).id;
  }

  /** Cloud Run behind the load balancer; it knows neither ports nor timeouts, those are the service's own. */
  function group(serviceName: string): compute.RegionNetworkEndpointGroup {
    const known = groups.get(serviceName);
    if (known !== undefined) return known;
    const workloads = args.compute;
    if (workloads === undefined) throw new Error(`${name}: there is no service "${serviceName}"`);
    const created = new compute.RegionNetworkEndpointGroup(
      physicalName([name, "group", serviceName], 55),
      {
        region: workloads.region,
        networkEndpointType: "SERVERLESS",
        cloudRun: { service: workloads.serviceName(serviceName) },
      },
      { parent },
    );
    groups.set(serviceName, created);
    return created;
  }

  function bucket(route: RouteSpec, bucketKey: string): pulumi.Output<string> {
    const bucketName = storage.bucketNames[bucketKey];
    if (bucketName === undefined) throw new Error(`a route names the bucket "${bucketKey}", which the storage has not`);
    const created = new compute.BackendBucket(
      logicalName(name, route),
      {
        bucketName,
        description: `Bucket ${bucketKey}, cache ${route.cache.kind}`,
        // A private bucket is read for the cache alone ("Configure private bucket access", Cloud CDN documentation).
        enableCdn: true,
        cdnPolicy: bucketCdnPolicy(route.cache),
        compressionMode: spec.compression ? "AUTOMATIC" : "DISABLED",
        customResponseHeaders: responseHeaders(spec.headers, route.cache).map(
          ({ headerName, headerValue }) => `${headerName}: ${headerValue}`,
        ),
        edgeSecurityPolicy: edgeFirewall?.selfLink,
      },
      { parent },
    );
    if (!readable.has(bucketKey)) {
      readable.add(bucketKey);
      readGrant(`${name}-reads-${bucketKey}`, bucketName, created);
    }
    return created.id;
  }

  /**
   * The load balancer's own service agent reads the bucket, which no one else can without a grant ("Configure private
   * bucket access"). Google makes the agent with the project's first backend bucket.
   */
  function readGrant(grantName: string, bucketName: pulumi.Output<string>, after: compute.BackendBucket): void {
    const { number } = getProjectOutput({ projectId: project }, { parent });
    new gcs.BucketIAMMember(
      grantName,
      {
        bucket: bucketName,
        role: "roles/storage.objectViewer",
        member: pulumi.interpolate`serviceAccount:service-${number}@https-lb.iam.gserviceaccount.com`,
      },
      { parent, dependsOn: [after] },
    );
  }
}

/** How the cache treats a service's answers. Negative answers are never kept: an error is over when it is over. */
function cdnPolicy(cache: CacheSpec) {
  return {
    ...cacheMode(cache),
    negativeCaching: false,
    // Hosts and queries tell answers apart.
    cacheKeyPolicy: { includeHost: true, includeProtocol: true, includeQueryString: true },
  };
}

function bucketCdnPolicy(cache: CacheSpec) {
  return { ...cacheMode(cache), negativeCaching: false };
}

/** The cache keeps successful answers, and sends browsers the client TTL; errors get no header to keep them. */
function cacheMode(cache: CacheSpec) {
  if (cache.kind !== "static") return { cacheMode: "USE_ORIGIN_HEADERS" };
  const ttl = Math.min(cache.maxAgeSeconds, longestTtl);
  return { cacheMode: "FORCE_CACHE_ALL", defaultTtl: ttl, clientTtl: ttl };
}

/** Pulumi adds eight characters to make it unique, and a name of Compute Engine has 63 at most. */
function logicalName(name: string, route: RouteSpec): string {
  return physicalName([name, keyOf(route)], 55);
}

/** Name of a backend: `service-web-origin`, `bucket-assets-static-31536000-immutable`. */
function keyOf({ service, bucket, cache }: RouteSpec): string {
  const kind =
    cache.kind === "static" ? `static-${cache.maxAgeSeconds}${cache.immutable ? "-immutable" : ""}` : cache.kind;
  return bucket === undefined ? `service-${service}-${kind}` : `bucket-${bucket}-${kind}`;
}
