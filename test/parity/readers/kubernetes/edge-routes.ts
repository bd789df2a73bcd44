import { absent, atMost, partly, type Reader, type Readings } from "../../fact";
import { hostRoutes, named, type routeFacts } from "../../facts/edge";
import { fields, input, list, type Native, number, table, textOf } from "../../native";
import { argument, type Block, header, locationOf, nginx, servers } from "./nginx";

const gateway = "kubernetes:gateway.networking.k8s.io/v1:Gateway";
const route = "kubernetes:gateway.networking.k8s.io/v1:HTTPRoute";

/** The Gateway, and the edge proxy behind it. */
export const kubernetesRoutes: Readings<typeof routeFacts> = {
  "edge: hosts": (native) =>
    named(routes(native, "-cdn-route-").flatMap((its) => list(input(its, "spec.hostnames")).map(textOf))),
  "edge: records": (native) =>
    named(
      list(input(native.one(gateway), "spec.listeners"))
        .map((listener) => textOf(fields(listener).hostname))
        .filter((host) => host !== ""),
    ),
  "edge: certificate": (native) =>
    named(
      native
        .all("kubernetes:cert-manager.io/v1:Certificate")
        .filter(({ name }) => name.includes("-cdn-certificate-"))
        .flatMap((its) => list(input(its, "spec.dnsNames")).map(textOf)),
    ),
  "edge: lowest TLS": absent,
  "edge: HTTP leads to HTTPS": (native) => ({
    edge: routes(native, "-cdn-redirect-").every(
      (its) =>
        input(its, "spec.rules.0.filters.0.requestRedirect.scheme") === "https" &&
        input(its, "spec.parentRefs.0.sectionName") === "http",
    ),
  }),
  "edge: service by path": byPath((location, native) => {
    const group = argument(location, "proxy_pass")?.replace("http://", "") ?? "";
    const upstream = nginx(native).blocks.find(({ head }) => head === `upstream ${group}`);
    return upstream && /^([^.]+)\./.exec(argument(upstream, "server") ?? "")?.[1];
  }),
  "edge: bucket by path": absent,
  "edge: cache by path": byPath((location, native) => {
    const said = header(location, "Cache-Control");
    if (said?.startsWith("$") === true) return ofFiles(nginx(native), said);
    return said === "no-store" ? "none" : (said ?? "origin");
  }),
  "edge: seconds of the edge's cache": atMost(
    byPath((location) => number(argument(location, "proxy_cache_valid")?.replace(/^200 /, ""))),
  ),
  // A route of a bucket is the service's here.
  "edge: timeout by path": byPath((location) => number(argument(location, "proxy_read_timeout"))),
  "edge: websockets": byPath((location, native) => {
    const path = /^if \(\$websocket\) \{ rewrite \^ (\S+) last; \}$/.exec(location.lines[0] ?? "")?.[1];
    const turned = [...servers(native).values()].flatMap(({ blocks }) => blocks);
    return (
      turned.some(
        (its) => its.head === `location = ${path}` && argument(its, "proxy_set_header Upgrade") === "websocket",
      ) || undefined
    );
  }),
  "edge: streaming": byPath((location) => argument(location, "proxy_buffering") === "off" || undefined),
  "edge: redirects": (native) => {
    const [server] = servers(native).values();
    return table(
      server?.blocks ?? [],
      ({ head, lines }) => (/^return 30[12]/.test(lines[0] ?? "") ? head.replace("location = ", "") : undefined),
      (location) => argument(location, "return")?.replace(/"|\$is_args\$args|\$more_args/g, ""),
    );
  },
  "edge: compression": (native) => ({ edge: argument(nginx(native), "gzip") === "on" }),
  "edge: error pages": partly((native) => {
    const [server] = servers(native).values();
    const pages = (server?.lines ?? []).filter((line) => line.startsWith("error_page "));
    return Object.fromEntries(
      pages.map((line) => {
        const [, status = "", page = ""] = line.replace(";", "").split(" ");
        return [status, page.replace("/-/errors", "")];
      }),
    );
  }),
  "edge: days of access logs": absent,
  "edge: refuses deletion": (native) => ({ edge: native.one(gateway)?.protect }),
};

/** Routes of a kind, one of each host. */
function routes(native: Native, part: string): ReturnType<Native["all"]> {
  return native.all(route).filter(({ name }) => name.includes(part));
}

/** What browsers are told of a file itself, by the map that a variable comes from. */
function ofFiles(http: Block, variable: string): string | undefined {
  const map = http.lines.find((line) => line.startsWith(`map $status ${variable} `));
  return /200 "([^"]*)";/.exec(map ?? "")?.[1];
}

function byPath(value: (location: Block, native: Native) => unknown): Reader {
  return (native) => {
    const byHost = servers(native);
    return table(
      hostRoutes(native.topology),
      ({ key }) => key,
      ({ key }) => {
        const host = key.slice(0, key.indexOf("/"));
        const location = locationOf(byHost.get(host), key.slice(host.length));
        return location && value(location, native);
      },
    );
  };
}
