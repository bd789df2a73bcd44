import { type EdgeSpec, hostRoutes, servedRoutes } from "../../contract";
import { indent } from "./lines";
import { bodyLimits } from "./nginx-bodies";
import { caches } from "./nginx-cache";
import { corsMap, corsPreflight, corsRules } from "./nginx-cors";
import { errorPages } from "./nginx-errors";
import { securityHeaders } from "./nginx-headers";
import { locationBlock, locationsOf } from "./nginx-location";
import { clientMap, rateZones } from "./nginx-rates";
import { redirectMap, redirects } from "./nginx-redirects";
import { deniedAddresses, settings } from "./nginx-settings";
import { upstreams } from "./nginx-upstreams";
import { websocketMap } from "./nginx-websocket";

/** Arguments of the configuration. */
export interface EdgeConfigInputs {
  spec: EdgeSpec;
  /** Port of each service. */
  ports: Readonly<Record<string, number>>;
  /** Namespace of the services. */
  namespace: string;
  /** Address ranges of all proxies between a client and this one; none where it is the Gateway alone. */
  trustedProxies?: readonly string[];
}

/** Port on which the proxy listens: not a privileged one, since it is not root. */
export const listenPort = 8080;
/** Path that answers the probes. */
export const healthPath = "/-/healthy";

/** Seconds that a stopping proxy gets for open requests: as many as the slowest route may take. */
export function drainSeconds(spec: EdgeSpec): number {
  return Math.max(...servedRoutes(spec).map(({ timeoutSeconds }) => timeoutSeconds));
}

/**
 * The configuration of the edge proxy, from the same routes, caches, rates and headers as any other cloud's edge. TLS ends
 * at the Gateway before it. Pure: the same text for the same specification. The Pod's start fills in the marks in it.
 */
export function nginxConfig({ spec, ports, namespace, trustedProxies = [] }: EdgeConfigInputs): string {
  return `${[
    "worker_processes 2;", // as many as the Pod may use; `auto` would count the node's
    `worker_shutdown_timeout ${drainSeconds(spec)}s;`,
    "worker_rlimit_nofile 16384;", // two files a connection and more; a container may begin with 1,024
    "pid /tmp/nginx.pid;",
    "error_log /dev/stderr warn;",
    "events { worker_connections 4096; }",
    "",
    "http {",
    ...indent([
      ...settings(spec, trustedProxies),
      ...caches(spec),
      ...websocketMap(),
      ...corsMap(spec),
      ...redirectMap(spec),
      ...deniedAddresses(spec),
      ...clientMap(),
      ...bodyLimits(),
      ...rateZones(spec.waf.rateRules),
      "limit_req_status 429;",
      "limit_req_log_level warn;",
      ...upstreams(ports, namespace),
      "",
      ...defaultServer(spec),
      ...spec.hosts.flatMap(({ host, service }) => ["", ...hostServer(host, service)]),
    ]),
    "}",
  ].join("\n")}\n`;

  function hostServer(host: string, service: string | undefined): string[] {
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
        ...errorPages(spec, known(service)),
        ...redirects(spec),
        ...locationsOf(hostRoutes({ host, service }, spec.routes), spec.waf.rateRules, taken).flatMap((location) => {
          known(location.route.service);
          return locationBlock(location, spec);
        }),
      ]),
      "}",
    ];
  }

  function known(service = ""): string {
    if (ports[service] === undefined) throw new Error(`a route names the service "${service}", which has no port`);
    return service;
  }
}

/** Unknown hosts get 404; only the probe is answered. */
function defaultServer(spec: EdgeSpec): string[] {
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

function deniedExtensions({ waf }: EdgeSpec): string[] {
  if (waf.deniedExtensions.length === 0) return [];
  const endings = waf.deniedExtensions.map((extension) => extension.replace(/^\./, "")).join("|");
  return [`location ~* \\.(${endings})$ { return 403; }`];
}
