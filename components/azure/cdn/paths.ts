import type { CdnSpec, RouteSpec } from "../../contract";

/** What Front Door does for one path of some hosts. */
export interface EdgePath {
  /** Short name, unique in the profile: letters and digits. */
  key: string;
  hosts: string[];
  route: RouteSpec;
}

/** The timeout of a path that no route names. */
const defaultTimeoutSeconds = 30;

/**
 * Every path of every host with what answers there. A host's own route wins over one of all hosts, and the host's service
 * answers where there is none: Front Door allows a pair of host and path only once, and takes the longest path.
 */
export function edgePaths({ hosts, routes }: Pick<CdnSpec, "hosts" | "routes">): EdgePath[] {
  const patterns = [...new Set([...routes.map(({ path }) => path), "/*"])];
  return patterns.flatMap((path, i) => {
    const byRoute = new Map<string, { hosts: string[]; route: RouteSpec }>();
    for (const { host, service } of hosts) {
      const route = routeOf(host, path) ?? (path === "/*" ? fallback(service) : undefined);
      if (route === undefined) continue;
      const id = JSON.stringify(route);
      const known = byRoute.get(id) ?? { hosts: [], route };
      byRoute.set(id, { hosts: [...known.hosts, host], route });
    }
    return [...byRoute.values()].map((found, j) => ({ key: `path${i + 1}x${j + 1}`, ...found }));
  });

  function routeOf(host: string, path: string): RouteSpec | undefined {
    const same = routes.filter((route) => route.path === path);
    return same.find((route) => route.host === host) ?? same.find((route) => route.host === undefined);
  }

  function fallback(service: string): RouteSpec {
    return {
      path: "/*",
      service,
      cache: { kind: "none" },
      timeoutSeconds: defaultTimeoutSeconds,
      websocket: true,
      streaming: true,
    };
  }
}

/** Front Door waits 16 to 240 s for an origin (Microsoft Learn, "Azure subscription and service limits", Front Door). */
export function originTimeout(paths: readonly EdgePath[]): number {
  return Math.min(Math.max(...paths.map(({ route }) => route.timeoutSeconds), 16), 240);
}
