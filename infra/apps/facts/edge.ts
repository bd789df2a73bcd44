import type {
  CacheSpec,
  EdgeCorsSpec,
  RateRuleSpec,
  RedirectSpec,
  SecurityHeadersSpec,
} from "../../../components/contract";

/** How the application is reached from outside: HTTPS only, TLS 1.2 or newer, with a certificate for every host. */
export interface EdgeFacts {
  /** Host names: at least one. */
  hosts: HostFacts[];
  /**
   * Paths, and what answers them. The longest path wins, and a host's own before one for all hosts.
   * @option edge.routes.host
   */
  routes: RouteFacts[];
  /**
   * Paths that lead to others.
   * @defaultValue none
   * @option edge.redirects
   */
  redirects?: RedirectSpec[];
  /**
   * Security headers of every answer. HSTS is set by itself, for two years.
   * @defaultValue what each field says
   * @option edge.headers
   */
  headers?: HeadersFacts;
  /**
   * Calls of other origins' pages.
   * @defaultValue none
   * @option edge.cors
   */
  cors?: EdgeCorsSpec;
  /**
   * Limits of one client's requests.
   * @option edge.waf.rateRules
   */
  rateRules: RateRuleSpec[];
  /**
   * The largest body of a request, in MiB.
   * @defaultValue 16
   * @example 50
   * @option edge.waf.maxBodyMiB
   */
  maxBodyMiB?: number;
  /**
   * Ends of paths that are refused.
   * @defaultValue none
   * @example [".php", ".env"]
   * @option edge.waf.deniedExtensions
   */
  deniedExtensions?: string[];
  /**
   * Headers of requests that never reach the application.
   * @defaultValue none
   * @example ["X-Original-URL"]
   * @option edge.waf.droppedHeaders
   */
  droppedHeaders?: string[];
  /**
   * Pages of the application's own for errors: status to path.
   * @defaultValue none
   * @example { "503": "/maintenance.html" }
   * @option edge.errorPages
   */
  errorPages?: Record<string, string>;
}

/** A host name. */
export interface HostFacts {
  /**
   * The full name, of the stack's domain or below it.
   * @example "api.shop.example"
   */
  host: string;
  /**
   * Service that answers where no route does.
   * @defaultValue none: a route `/*` has to answer
   * @example "web"
   * @option edge.bucketsOnly
   */
  service?: string;
}

/** A path, and what answers it. */
export interface RouteFacts {
  /**
   * Host that it is of.
   * @defaultValue all hosts
   * @example "api.shop.example"
   */
  host?: string;
  /**
   * The path, with a `*` at its end for all below.
   * @example "/static/*"
   */
  path: string;
  /**
   * Service that answers; it is left out if a bucket answers.
   * @defaultValue none
   * @example "web"
   */
  service?: string;
  /**
   * Bucket that answers, at the same keys; its `exposure` is `edge`. With a service too, that one answers where a platform can't
   * serve a private bucket.
   * @defaultValue none
   * @example "assets"
   * @option edge.routes.bucket
   */
  bucket?: string;
  /**
   * How answers are cached.
   * @example { kind: "static", maxAgeSeconds: 31_536_000, immutable: true }
   * @option edge.cache
   */
  cache: CacheSpec;
  /**
   * Seconds in which the service has to answer.
   * @defaultValue 30
   * @example 60
   * @option edge.routes.timeoutSeconds
   */
  timeoutSeconds?: number;
  /**
   * Whether upgrades to websockets pass.
   * @defaultValue false
   * @example true
   * @option edge.routes.websocket
   */
  websocket?: boolean;
  /**
   * Whether answers are passed on as they come, as events and long answers need.
   * @defaultValue false
   * @example true
   * @option edge.routes.streaming
   */
  streaming?: boolean;
}

/** Security headers. */
export interface HeadersFacts {
  /**
   * `Content-Security-Policy`; `{storage}` in it is the source from which browsers load signed addresses of buckets.
   * @defaultValue none
   * @example "default-src 'self'; img-src 'self' {storage}"
   */
  contentSecurityPolicy?: string;
  /**
   * `X-Frame-Options`.
   * @defaultValue `DENY`
   * @example "SAMEORIGIN"
   */
  frameOptions?: SecurityHeadersSpec["frameOptions"];
  /**
   * `Referrer-Policy`.
   * @defaultValue `strict-origin-when-cross-origin`
   * @example "no-referrer"
   */
  referrerPolicy?: SecurityHeadersSpec["referrerPolicy"];
}
