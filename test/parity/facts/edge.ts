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
export function hostRoutes({ cdn }: WholeTopology): HostRoute[] {
  const found = new Map<string, HostRoute>();
  const add = (host: string, route: WholeTopology["cdn"]["routes"][number]) => {
    const key = `${host}${route.path}`;
    found.set(key, { key, service: route.service, route });
  };
  for (const { host, service } of cdn.hosts) {
    add(host, { ...defaultRoute(service), service });
    for (const route of cdn.routes.filter((r) => r.host === undefined)) add(host, route);
    for (const route of cdn.routes.filter((r) => r.host === host)) add(host, route);
  }
  return [...found.values()];
}

/** Routes, caches, redirects. */
export const routeFacts = {
  "cdn: hosts": { asked: byHost(() => true) },
  "cdn: records": { options: ["cdn.dns"], asked: byHost(() => true) },
  "cdn: certificate": { options: ["cdn.certificate"], asked: byHost(() => true) },
  "cdn: lowest TLS": { options: ["cdn.certificate"], asked: () => ({ edge: "1.2" }) },
  "cdn: HTTP leads to HTTPS": { asked: () => ({ edge: true }) },
  "cdn: service by path": {
    options: ["cdn.routes.host"],
    // Where a bucket answers, a service may stand behind it.
    more: true,
    asked: (topology) =>
      Object.fromEntries(
        hostRoutes(topology).map(({ key, service, route }) => [key, route.bucket === undefined ? service : undefined]),
      ),
  },
  "cdn: bucket by path": { options: ["cdn.routes.bucket"], asked: byRoute(({ bucket }) => bucket) },
  "cdn: cache by path": {
    options: ["cdn.cache", "cdn.routes.host"],
    more: true,
    asked: byRoute(({ cache }) =>
      cache.kind === "static"
        ? `public, max-age=${cache.maxAgeSeconds}${cache.immutable ? ", immutable" : ""}`
        : cache.kind,
    ),
  },
  "cdn: seconds of the edge's cache": {
    options: ["cdn.cache", "cdn.routes.host"],
    more: true,
    asked: byRoute(({ cache }) => (cache.kind === "static" ? cache.maxAgeSeconds : undefined)),
  },
  "cdn: timeout by path": {
    options: ["cdn.routes.timeoutSeconds", "cdn.routes.host"],
    more: true,
    asked: byRoute(({ timeoutSeconds, bucket }) => (bucket === undefined ? timeoutSeconds : undefined)),
  },
  "cdn: websockets": {
    options: ["cdn.routes.websocket"],
    more: true,
    asked: byRoute(({ websocket }) => websocket || undefined),
  },
  "cdn: streaming": {
    options: ["cdn.routes.streaming"],
    more: true,
    asked: byRoute(({ streaming }) => streaming || undefined),
  },
  "cdn: redirects": {
    options: ["cdn.redirects"],
    asked: ({ cdn }) =>
      Object.fromEntries(cdn.redirects.map(({ from, to, permanent }) => [from, `${permanent ? 301 : 302} ${to}`])),
  },
  "cdn: compression": { options: ["cdn.compression"], asked: ({ cdn }) => ({ edge: cdn.compression }) },
  "cdn: error pages": { options: ["cdn.errorPages"], asked: ({ cdn }) => cdn.errorPages },
  "cdn: days of access logs": {
    options: ["cdn.accessLogRetentionDays"],
    asked: ({ cdn }) => ({ days: cdn.accessLogRetentionDays }),
  },
  "cdn: refuses deletion": {
    options: ["cdn.deletionProtection"],
    asked: ({ cdn }) => ({ edge: cdn.deletionProtection }),
  },
} as const satisfies Record<string, Fact>;

/** Headers and the firewall. */
export const edgeFacts = {
  "cdn: security headers": {
    options: ["cdn.headers"],
    asked: ({ cdn: { headers } }) => ({
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
  "cdn: CORS": {
    options: ["cdn.cors"],
    asked: ({ cdn: { cors } }) =>
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
  "cdn: managed rules": { options: ["cdn.waf.managedRules"], asked: ({ cdn }) => ({ edge: cdn.waf.managedRules }) },
  "cdn: requests per minute and address": {
    options: ["cdn.waf.rateRules"],
    asked: ({ cdn }) =>
      Object.fromEntries(
        cdn.waf.rateRules.map(({ name, requests, perSeconds }) => [name, (requests * 60) / perSeconds]),
      ),
  },
  "cdn: paths of rates": {
    options: ["cdn.waf.rateRules"],
    asked: ({ cdn }) =>
      Object.fromEntries(cdn.waf.rateRules.map(({ name, pathPrefixes }) => [name, [...pathPrefixes].sort()])),
  },
  "cdn: bursts": {
    options: ["cdn.waf.rateRules"],
    asked: ({ cdn }) =>
      Object.fromEntries(cdn.waf.rateRules.map(({ name, burst }) => [name, burst > 0 ? burst : undefined])),
  },
  "cdn: largest body in MiB": {
    options: ["cdn.waf.maxBodyMiB"],
    asked: ({ cdn }) => ({ edge: cdn.waf.maxBodyMiB }),
  },
  "cdn: denied extensions": {
    options: ["cdn.waf.deniedExtensions"],
    asked: ({ cdn }) => named(cdn.waf.deniedExtensions),
  },
  "cdn: dropped headers": {
    options: ["cdn.waf.droppedHeaders"],
    more: true,
    asked: ({ cdn }) => named(cdn.waf.droppedHeaders.map((header) => header.toLowerCase())),
  },
  "cdn: denied ranges": { options: ["cdn.waf.deniedCidrs"], asked: ({ cdn }) => named(cdn.waf.deniedCidrs) },
  "cdn: denied countries": {
    options: ["cdn.waf.deniedCountries"],
    asked: ({ cdn }) => named(cdn.waf.deniedCountries),
  },
} as const satisfies Record<string, Fact>;

function byHost(value: (host: string) => unknown): Fact["asked"] {
  return ({ cdn }) => Object.fromEntries(cdn.hosts.map(({ host }) => [host, value(host)]));
}

function byRoute(value: (route: RouteSpec) => unknown): Fact["asked"] {
  return (topology) => Object.fromEntries(hostRoutes(topology).map(({ key, route }) => [key, value(route)]));
}

/** Each of some names. */
export function named(names: readonly string[]): Values {
  return Object.fromEntries(names.map((name) => [name, true]));
}
