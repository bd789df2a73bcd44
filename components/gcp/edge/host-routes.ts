import { type HostSpec, hostRoutes, type RouteSpec } from "../../contract";

/**
 * The routes of one host in the order in which they are asked: the longest path first, of two that begin alike the one
 * without a `*`. The last one takes all other paths.
 */
export function rankedRoutes(host: HostSpec, routes: readonly RouteSpec[]): RouteSpec[] {
  return hostRoutes(host, routes).sort((a, b) => fixedLength(b) - fixedLength(a));
}

function fixedLength({ path }: RouteSpec): number {
  return path.replace(/\*$/, "").length + (path.endsWith("*") ? 0 : 0.5);
}
