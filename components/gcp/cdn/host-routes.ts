import type { CdnSpec, HostSpec, RouteSpec } from "../../contract";

/**
 * The routes of one host, the one that comes first first: the longest path, of two that begin alike the one without a
 * `*`, and of one path for this and for all hosts this host's. The last one takes all other paths.
 */
export function hostRoutes({ host, service }: HostSpec, routes: CdnSpec["routes"]): RouteSpec[] {
  const own = routes
    .filter((route) => route.host === undefined || route.host === host)
    .sort((a, b) => fixedLength(b) - fixedLength(a) || Number(a.host === undefined) - Number(b.host === undefined));
  const first = own.filter(({ path }, i) => own.findIndex((other) => other.path === path) === i);
  return first.some(({ path }) => path === "/*") ? first : [...first, defaultRoute(service)];
}

/** A host's own service answers where no route does, and says itself what may be cached. */
function defaultRoute(service: string): RouteSpec {
  return { path: "/*", service, cache: { kind: "origin" }, timeoutSeconds: 300, websocket: false, streaming: false };
}

function fixedLength({ path }: RouteSpec): number {
  return path.replace(/\*$/, "").length + (path.endsWith("*") ? 0 : 0.5);
}
