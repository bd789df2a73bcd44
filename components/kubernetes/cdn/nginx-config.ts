import type { CdnSpec, RouteSpec } from "../../contract";
import { indent } from "./lines";
import { corsMap, corsRules } from "./nginx-cors";
import { locationBlock, locationKey } from "./nginx-location";
import { rateZones } from "./nginx-rates";

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
      ...temporaryPaths(),
      ...logging(),
      ...realAddress(),
      ...compression(spec),
      "proxy_cache_path /var/cache/nginx/static levels=1:2 keys_zone=static:10m max_size=512m inactive=24h use_temp_path=off;",
      "map $http_upgrade $connection_upgrade { default upgrade; '' ''; }",
      ...corsMap(spec),
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
        `location = ${healthPath} { default_type text/plain; return 200 "healthy\\n"; }`,
        "location / { return 404; }",
      ]),
      "}",
    ];
  }

  function hostServer(host: string, service: string): string[] {
    const routes = routesOf(host, service);
    return [
      "server {",
      ...indent([
        `listen ${listenPort};`,
        `server_name ${host};`,
        `client_max_body_size ${spec.waf.maxBodyMiB}m;`,
        ...(spec.waf.deniedCidrs.length > 0 ? ["if ($denied_address) { return 403; }"] : []),
        ...deniedExtensions(spec),
        ...errorPages(service),
        ...spec.redirects.map(
          ({ from, to, permanent }) => `location = ${from} { return ${permanent ? 301 : 302} ${to}; }`,
        ),
        ...routes.flatMap((route) =>
          locationBlock(route, { spec, upstream: upstreamOf(route.service), rules: corsRules(spec) }),
        ),
      ]),
      "}",
    ];
  }

  /** The host's own routes, those of all hosts, and its default; the longest path first, as nginx would look anyway. */
  function routesOf(host: string, service: string): RouteSpec[] {
    const fallback: RouteSpec = {
      path: "/*",
      service,
      cache: { kind: "origin" },
      timeoutSeconds: 30,
      websocket: false,
      streaming: false,
    };
    const byKey = new Map<string, RouteSpec>();
    for (const route of [
      fallback,
      ...spec.routes.filter((r) => r.host === undefined),
      ...spec.routes.filter((r) => r.host === host),
    ]) {
      byKey.set(locationKey(route.path), route);
    }
    return [...byKey.values()].sort((a, b) => b.path.length - a.path.length || (a.path < b.path ? -1 : 1));
  }

  function upstreamOf(service: string): string {
    const port = ports[service];
    if (port === undefined) throw new Error(`a route names the service "${service}", which has no port`);
    return `http://${service}.${namespace}.svc.cluster.local:${port}`;
  }

  /** The application's own pages, asked of the default service; only where the answer is not already its own. */
  function errorPages(service: string): string[] {
    const pages = Object.entries(spec.errorPages).filter(([status]) => Number(status) >= 500);
    if (pages.length === 0) return [];
    return pages
      .map(([status, page]) => `error_page ${status} ${page};`)
      .concat(
        [...new Set(pages.map(([, page]) => page))].map(
          (page) => `location = ${page} { internal; proxy_set_header Host $host; proxy_pass ${upstreamOf(service)}; }`,
        ),
      );
  }
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
