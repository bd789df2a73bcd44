import type { CdnSpec, RouteSpec } from "../../contract";
import { indent } from "./lines";
import { corsMap, corsPreflight, corsRules } from "./nginx-cors";
import { forwardedHeaders, locationBlock, locationsOf, securityHeaders } from "./nginx-location";
import { rateZones } from "./nginx-rates";
import { redirectMap, redirects } from "./nginx-redirects";

/** What the configuration is made from. */
export interface EdgeConfigInputs {
  spec: CdnSpec;
  /** Port of each service. */
  ports: Readonly<Record<string, number>>;
  /** Namespace of the services. */
  namespace: string;
}

/** Port on which the proxy listens: not a privileged one, since it is not root. */
export const listenPort = 8080;
/** Path that answers the probes. */
export const healthPath = "/-/healthy";
/** Path below which the error pages are, for nginx alone. */
const errorPath = "/-/errors";

/**
 * The configuration of the edge proxy, from the same routes, caches, rates and headers as any other cloud's edge. TLS ends
 * at the Gateway before it. Pure: the same text for the same specification.
 */
export function nginxConfig({ spec, ports, namespace }: EdgeConfigInputs): string {
  return `${[
    "worker_processes auto;",
    "pid /tmp/nginx.pid;",
    "error_log /dev/stderr warn;",
    "events { worker_connections 4096; }",
    "",
    "http {",
    ...indent([
      "include /etc/nginx/mime.types;",
      "default_type application/octet-stream;",
      "server_tokens off;",
      "sendfile on;",
      "keepalive_timeout 65;",
      "absolute_redirect off;", // an absolute one would say http and the port of the Pod
      ...hashSizes(),
      ...temporaryPaths(),
      ...logging(),
      ...realAddress(),
      ...compression(spec),
      "proxy_cache_path /var/cache/nginx/static levels=1:2 keys_zone=static:10m max_size=512m inactive=24h use_temp_path=off;",
      "map $http_upgrade $connection_upgrade { default upgrade; '' ''; }",
      ...corsMap(spec),
      ...redirectMap(spec),
      ...deniedAddresses(spec),
      ...rateZones(spec.waf.rateRules),
      "limit_req_status 429;",
      "limit_req_log_level warn;",
      "",
      ...defaultServer(),
      ...spec.hosts.flatMap(({ host, service }) => ["", ...hostServer(host, service)]),
    ]),
    "}",
  ].join("\n")}\n`;

  /** Whoever asks for a host that is none of ours gets nothing; the probes do. */
  function defaultServer(): string[] {
    return [
      "server {",
      ...indent([
        `listen ${listenPort} default_server;`,
        "server_name _;",
        "access_log off;",
        ...securityHeaders(spec.headers).filter((line) => line.startsWith("add_header")), // nothing is proxied here
        `location = ${healthPath} { default_type text/plain; return 200 "healthy\\n"; }`,
        "location / { return 404; }",
      ]),
      "}",
    ];
  }

  function hostServer(host: string, service: string): string[] {
    const taken = spec.redirects.map(({ from }) => from);
    return [
      "server {",
      ...indent([
        `listen ${listenPort};`,
        `server_name ${host};`,
        `client_max_body_size ${spec.waf.maxBodyMiB}m;`,
        // For the answers of this server's own; a location with headers of its own has these again.
        ...securityHeaders(spec.headers),
        ...corsRules(spec),
        ...(spec.waf.deniedCidrs.length > 0 ? ["if ($denied_address) { return 403; }"] : []),
        ...corsPreflight(spec),
        ...deniedExtensions(spec),
        ...errorPages(service),
        ...redirects(spec),
        ...locationsOf(routesOf(host, service), spec.waf.rateRules, taken).flatMap((location) =>
          locationBlock(location, { spec, upstream: upstreamOf(location.route.service), rules: corsRules(spec) }),
        ),
      ]),
      "}",
    ];
  }

  /** The host's own routes, those of all hosts, and its default. */
  function routesOf(host: string, service: string): RouteSpec[] {
    const fallback: RouteSpec = {
      path: "/*",
      service,
      cache: { kind: "origin" },
      timeoutSeconds: 30,
      websocket: false,
      streaming: false,
    };
    const byPath = new Map<string, RouteSpec>();
    for (const route of [
      fallback,
      ...spec.routes.filter((r) => r.host === undefined),
      ...spec.routes.filter((r) => r.host === host),
    ]) {
      byPath.set(route.path, route);
    }
    return [...byPath.values()];
  }

  function upstreamOf(service: string): string {
    const port = ports[service];
    if (port === undefined) throw new Error(`a route names the service "${service}", which has no port`);
    return `http://${service}.${namespace}.svc.cluster.local:${port}`;
  }

  /**
   * The application's own pages, asked of the default service; only where the answer is not already its own. Each has an
   * internal path, so that a route or a redirect may have the page's.
   */
  function errorPages(service: string): string[] {
    const pages = Object.entries(spec.errorPages).filter(([status]) => Number(status) >= 500);
    return [
      ...pages.map(([status, page]) => `error_page ${status} ${errorPath}${page};`),
      ...[...new Set(pages.map(([, page]) => page))].flatMap((page) => [
        `location = ${errorPath}${page} {`,
        ...indent([
          "internal;",
          `rewrite ^ ${page} break;`,
          ...forwardedHeaders(spec),
          `proxy_pass ${upstreamOf(service)};`,
        ]),
        "}",
      ]),
    ];
  }
}

/** Names of hosts, origins and headers may be longer than nginx expects; before the first map, or nginx refuses it. */
function hashSizes(): string[] {
  return [
    "server_names_hash_bucket_size 512;",
    "map_hash_bucket_size 512;",
    "proxy_headers_hash_max_size 1024;",
    "proxy_headers_hash_bucket_size 128;",
  ];
}

/** The root file system is read-only, so everything that is written goes to the mounted directories. */
function temporaryPaths(): string[] {
  return ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((kind) => `${kind}_temp_path /tmp/${kind}_temp;`);
}

/** One line of JSON a request, without the query, in which tokens travel. */
function logging(): string[] {
  return [
    'log_format requests escape=json \'{"time":"$time_iso8601","address":"$remote_addr","host":"$host","method":"$request_method","path":"$uri","status":$status,"bytes":$body_bytes_sent,"seconds":$request_time,"cache":"$upstream_cache_status"}\';',
    "access_log /dev/stdout requests;",
  ];
}

/** The client's address is what the Gateway says; it stands in a private network. */
function realAddress(): string[] {
  return [
    ...["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"].map((range) => `set_real_ip_from ${range};`),
    "real_ip_header X-Forwarded-For;",
    "real_ip_recursive on;",
  ];
}

/** Level 6 from 1024 bytes, as guide 000 L872-876 has it. */
function compression({ compression: on }: CdnSpec): string[] {
  if (!on) return [];
  return [
    "gzip on;",
    "gzip_comp_level 6;",
    "gzip_min_length 1024;",
    "gzip_vary on;",
    "gzip_proxied any;",
    "gzip_types text/plain text/css text/xml text/javascript application/json application/javascript application/xml application/rss+xml image/svg+xml;",
  ];
}

function deniedAddresses({ waf }: CdnSpec): string[] {
  if (waf.deniedCidrs.length === 0) return [];
  return ["geo $denied_address {", ...indent(["default 0;", ...waf.deniedCidrs.map((cidr) => `${cidr} 1;`)]), "}"];
}

function deniedExtensions({ waf }: CdnSpec): string[] {
  if (waf.deniedExtensions.length === 0) return [];
  const endings = waf.deniedExtensions.map((extension) => extension.replace(/^\./, "")).join("|");
  return [`location ~* \\.(${endings})$ { return 403; }`];
}
