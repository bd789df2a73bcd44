import { defaultRoute, type RouteSpec } from "../../../components/contract";
import type { WholeTopology } from "../../support/whole";
import type { Fact, Values } from "../fact";

/** One path of one host. */
interface HostRoute {
  key: string;
  service: string;
  route: RouteSpec;
}

/** Every path of every host: what is said of one host goes before what is said of all, and that before its default. */
export function hostRoutes({ edge }: WholeTopology): HostRoute[] {
  const found = new Map<string, HostRoute>();
  const add = (host: string, route: WholeTopology["edge"]["routes"][number]) => {
    const key = `${host}${route.path}`;
    found.set(key, { key, service: route.service, route });
  };
  for (const { host, service } of edge.hosts) {
    add(host, { ...defaultRoute(service), service });
    for (const route of edge.routes.filter((r) => r.host === undefined)) add(host, route);
    for (const route of edge.routes.filter((r) => r.host === host)) add(host, route);
  }
  return [...found.values()];
}

/** Routes, caches, redirects. */
export const routeFacts = {
  "edge: hosts": { asked: byHost(() => true) },
  "edge: records": { options: ["edge.dns"], asked: byHost(() => true) },
  "edge: certificate": { options: ["edge.certificate"], asked: byHost(() => true) },
  "edge: lowest TLS": { options: ["edge.certificate"], asked: () => ({ edge: "1.2" }) },
  "edge: HTTP leads to HTTPS": { asked: () => ({ edge: true }) },
  "edge: service by path": {
    options: ["edge.routes.host"],
    // Where a bucket answers, a service may stand behind it.
    more: true,
    asked: (topology) =>
      Object.fromEntries(
        hostRoutes(topology).map(({ key, service, route }) => [key, route.bucket === undefined ? service : undefined]),
      ),
  },
  "edge: bucket by path": { options: ["edge.routes.bucket"], asked: byRoute(({ bucket }) => bucket) },
  "edge: cache by path": {
    options: ["edge.cache", "edge.routes.host"],
    more: true,
    asked: byRoute(({ cache }) =>
      cache.kind === "static"
        ? `public, max-age=${cache.maxAgeSeconds}${cache.immutable ? ", immutable" : ""}`
        : cache.kind,
    ),
  },
  "edge: seconds of the edge's cache": {
    options: ["edge.cache", "edge.routes.host"],
    more: true,
    asked: byRoute(({ cache }) => (cache.kind === "static" ? cache.maxAgeSeconds : undefined)),
  },
  "edge: timeout by path": {
    options: ["edge.routes.timeoutSeconds", "edge.routes.host"],
    more: true,
    asked: byRoute(({ timeoutSeconds, bucket }) => (bucket === undefined ? timeoutSeconds : undefined)),
  },
  "edge: websockets": {
    options: ["edge.routes.websocket"],
    more: true,
    asked: byRoute(({ websocket }) => websocket || undefined),
  },
  "edge: streaming": {
    options: ["edge.routes.streaming"],
    more: true,
    asked: byRoute(({ streaming }) => streaming || undefined),
  },
  "edge: redirects": {
    options: ["edge.redirects"],
    asked: ({ edge }) =>
      Object.fromEntries(edge.redirects.map(({ from, to, permanent }) => [from, `${permanent ? 301 : 302} ${to}`])),
  },
  "edge: compression": { options: ["edge.compression"], asked: ({ edge }) => ({ edge: edge.compression }) },
  "edge: error pages": { options: ["edge.errorPages"], asked: ({ edge }) => edge.errorPages },
  "edge: days of access logs": {
    options: ["edge.accessLogRetentionDays"],
    asked: ({ edge }) => ({ days: edge.accessLogRetentionDays }),
  },
  "edge: refuses deletion": {
    options: ["edge.deletionProtection"],
    asked: ({ edge }) => ({ edge: edge.deletionProtection }),
  },
} as const satisfies Record<string, Fact>;

/** Headers and the firewall. */
export const edgeFacts = {
  "edge: security headers": {
    options: ["edge.headers"],
    asked: ({ edge: { headers } }) => ({
      "Strict-Transport-Security": [
        `max-age=${headers.hsts.maxAgeSeconds}`,
        ...(headers.hsts.includeSubDomains ? ["includeSubDomains"] : []),
        ...(headers.hsts.preload ? ["preload"] : []),
      ].join("; "),
      "X-Content-Type-Options": "nosniff",
      "X-Frame-Options": headers.frameOptions,
      "Referrer-Policy": headers.referrerPolicy,
      "Content-Security-Policy": headers.contentSecurityPolicy,
    }),
  },
  "edge: CORS": {
    options: ["edge.cors"],
    asked: ({ edge: { cors } }) =>
      cors === undefined
        ? {}
        : {
            origins: cors.origins,
            credentials: cors.credentials,
            methods: cors.methods,
            headers: cors.headers,
            seconds: cors.maxAgeSeconds,
          },
  },
  "edge: managed rules": { options: ["edge.waf.managedRules"], asked: ({ edge }) => ({ edge: edge.waf.managedRules }) },
  "edge: requests per minute and address": {
    options: ["edge.waf.rateRules"],
    asked: ({ edge }) =>
      Object.fromEntries(
        edge.waf.rateRules.map(({ name, requests, perSeconds }) => [name, (requests * 60) / perSeconds]),
      ),
  },
  "edge: paths of rates": {
    options: ["edge.waf.rateRules"],
    asked: ({ edge }) =>
      Object.fromEntries(edge.waf.rateRules.map(({ name, pathPrefixes }) => [name, [...pathPrefixes].sort()])),
  },
  "edge: bursts": {
    options: ["edge.waf.rateRules"],
    asked: ({ edge }) =>
      Object.fromEntries(edge.waf.rateRules.map(({ name, burst }) => [name, burst > 0 ? burst : undefined])),
  },
  "edge: largest body in MiB": {
    options: ["edge.waf.maxBodyMiB"],
    asked: ({ edge }) => ({ edge: edge.waf.maxBodyMiB }),
  },
  "edge: denied extensions": {
    options: ["edge.waf.deniedExtensions"],
    asked: ({ edge }) => named(edge.waf.deniedExtensions),
  },
  "edge: dropped headers": {
    options: ["edge.waf.droppedHeaders"],
    more: true,
    asked: ({ edge }) => named(edge.waf.droppedHeaders.map((header) => header.toLowerCase())),
  },
  "edge: denied ranges": { options: ["edge.waf.deniedCidrs"], asked: ({ edge }) => named(edge.waf.deniedCidrs) },
  "edge: denied countries": {
    options: ["edge.waf.deniedCountries"],
    asked: ({ edge }) => named(edge.waf.deniedCountries),
  },
} as const satisfies Record<string, Fact>;

function byHost(value: (host: string) => unknown): Fact["asked"] {
  return ({ edge }) => Object.fromEntries(edge.hosts.map(({ host }) => [host, value(host)]));
}

function byRoute(value: (route: RouteSpec) => unknown): Fact["asked"] {
  return (topology) => Object.fromEntries(hostRoutes(topology).map(({ key, route }) => [key, value(route)]));
}

/** Each of some names. */
export function named(names: readonly string[]): Values {
  return Object.fromEntries(names.map((name) => [name, true]));
}
