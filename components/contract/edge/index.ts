import type * as pulumi from "@pulumi/pulumi";
import type { ServiceSpec } from "../compute";
import type { ComponentContext } from "../context";
import type { CacheSpec } from "./cache";

/** A host name of the application. */
export interface HostSpec {
  /** Full name, for example `api.anclora.com`. */
  host: string;
  /** Service that answers where no route does; where undefined, the routes answer for every path. */
  service?: string;
}

/** One path of one or all hosts. The longest path wins. */
export interface RouteSpec {
  /** Host; all hosts where undefined. */
  host?: string;
  /** Path, with a `*` at the end for all below it: `/api/*`, `/`. */
  path: string;
  /**
   * Service that answers; and where the platform has no private origin for a bucket, also in the bucket's place. Undefined where
   * only the bucket can.
   */
  service?: string;
  /** Bucket that answers instead of the service, at the same keys. */
  bucket?: string;
  cache: CacheSpec;
  /** Seconds that the origin has to answer. */
  timeoutSeconds: number;
  /** Upgrades to websockets pass. */
  websocket: boolean;
  /** Answers are passed on as they come, not buffered. */
  streaming: boolean;
}

/** Hosts, and what answers under them. */
export interface Routing {
  hosts: readonly HostSpec[];
  routes: readonly RouteSpec[];
}

/** Seconds that the origin has for an answer where no route says otherwise. */
export const defaultTimeoutSeconds = 30;

/** The route to a host's own service if no other route matches: the service decides what may be cached. */
export function defaultRoute(service: string): RouteSpec {
  return {
    path: "/*",
    service,
    cache: { kind: "origin" },
    timeoutSeconds: defaultTimeoutSeconds,
    websocket: false,
    streaming: false,
  };
}

/**
 * The routes of one host, one of each path: a host's own route replaces one for all hosts, and where there is no route for all
 * paths, the host's own service answers them (`defaultRoute`), where it has one.
 */
export function hostRoutes({ host, service }: HostSpec, routes: readonly RouteSpec[]): RouteSpec[] {
  const shared = routes.filter((route) => route.host === undefined);
  const own = routes.filter((route) => route.host === host);
  const otherwise = service === undefined ? [] : [defaultRoute(service)];
  const byPath = new Map([...otherwise, ...shared, ...own].map((route) => [route.path, route]));
  return [...byPath.values()];
}

/** The routes of all hosts, one host after the other. */
export function servedRoutes({ hosts, routes }: Routing): RouteSpec[] {
  return hosts.flatMap((host) => hostRoutes(host, routes));
}

/**
 * Seconds in which a service that is no longer asked finishes what it has begun: as long as the longest of its routes allows,
 * and at least as long as it has after SIGTERM. Routes that a bucket answers don't count.
 */
export function serviceDrainSeconds(
  { name, terminationGraceSeconds }: Pick<ServiceSpec, "name" | "terminationGraceSeconds">,
  routing: Routing,
): number {
  const own = servedRoutes(routing).filter(({ service, bucket }) => service === name && bucket === undefined);
  return Math.max(terminationGraceSeconds, ...own.map(({ timeoutSeconds }) => timeoutSeconds));
}

/** A redirect of one path. */
export interface RedirectSpec {
  /**
   * The path.
   * @example "/old"
   */
  from: string;
  /**
   * The path it leads to.
   * @example "/new"
   */
  to: string;
  /**
   * Whether browsers may remember it: 301, else 302.
   * @example true
   */
  permanent: boolean;
}

/** At most this many requests of one client address. */
export interface RateRuleSpec {
  /**
   * Unique kebab-case name.
   * @example "login"
   */
  name: string;
  /**
   * Path prefixes that it counts; all paths where empty.
   * @example ["/login"]
   */
  pathPrefixes: string[];
  /**
   * Requests of one client address.
   * @example 10
   */
  requests: number;
  /**
   * In this many seconds.
   * @example 60
   */
  perSeconds: number;
  /**
   * Additional requests that are allowed at once; platforms that count in windows have none (capability table).
   * @example 5
   */
  burst: number;
}

/** Security headers, set by one layer: the edge. */
export interface SecurityHeadersSpec {
  hsts: { maxAgeSeconds: number; includeSubDomains: boolean; preload: boolean };
  contentSecurityPolicy?: string;
  frameOptions: "DENY" | "SAMEORIGIN";
  referrerPolicy: "strict-origin-when-cross-origin" | "no-referrer";
}

/** Cross-origin calls from browsers. */
export interface EdgeCorsSpec {
  /**
   * Origins, scheme and host, no path.
   * @example ["https://partner.example"]
   */
  origins: string[];
  /**
   * Whether browsers send cookies.
   * @example false
   */
  credentials: boolean;
  /**
   * Methods that pages may use.
   * @example ["GET", "POST"]
   */
  methods: string[];
  /**
   * Headers that pages may send.
   * @example ["Content-Type"]
   */
  headers: string[];
  /**
   * Seconds for which a browser remembers the answer.
   * @example 3600
   */
  maxAgeSeconds: number;
}

/** The firewall for requests. */
export interface WafSpec {
  /** The platform's managed rules against common attacks. */
  managedRules: boolean;
  rateRules: RateRuleSpec[];
  /** Larger bodies are refused, in MiB. */
  maxBodyMiB: number;
  /** Paths that end so are refused: `.php`. */
  deniedExtensions: string[];
  /** Headers that never reach the application: `X-Original-URL`. */
  droppedHeaders: string[];
  /** ISO 3166-1 alpha-2 codes of countries that are refused. */
  deniedCountries: string[];
  /** Address ranges that are refused. */
  deniedCidrs: string[];
}

/** The edge: CDN, load balancer, firewall, certificate, DNS. TLS 1.2 or newer, HTTP is redirected to HTTPS. */
export interface EdgeSpec {
  /** Domain under which the application is reached. */
  domain: string;
  /** Name of the DNS zone that holds the hosts: the domain, or one above it. */
  zone: string;
  hosts: HostSpec[];
  routes: RouteSpec[];
  redirects: RedirectSpec[];
  headers: SecurityHeadersSpec;
  cors?: EdgeCorsSpec;
  waf: WafSpec;
  /** Compress answers (gzip, Brotli where the platform has it) of text kinds. */
  compression: boolean;
  /** Error pages of the application's own, by status, as paths on the default service. */
  errorPages: Record<string, string>;
  /** How long access logs are kept, in days. */
  accessLogRetentionDays: number;
  /** Refuse to be deleted where the platform has it. */
  deletionProtection: boolean;
}

/** Arguments of the edge. */
export interface EdgeArgs {
  context: ComponentContext;
  spec: EdgeSpec;
}

/** The edge as others see it. */
export interface Edge extends pulumi.ComponentResource {
  /** Public address of the application. */
  readonly url: pulumi.Output<string>;
}
