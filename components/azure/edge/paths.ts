import { contentName, type EdgeSpec, hostRoutes, physicalName, type RouteSpec } from "../../contract";

/** Front Door's behavior for one path of one host. */
export interface EdgePath {
  /** Name of the pair of host and path, unique in the profile: letters, digits and hyphens. */
  key: string;
  host: string;
  route: RouteSpec;
  /** Its key when routes were numbered (`formerly`); only for the first host of such a route. */
  formerKey?: string;
}

/** Longest name of a route (hashicorp/terraform-provider-azurerm, `internal/services/cdn/validate`). */
const longestName = 90;

/**
 * Every path of every host with what answers there. A host's own route wins over one of all hosts, and the host's service
 * answers where there is none; Front Door takes the longest path. Front Door refuses a pair of host and path that another
 * route has, at any moment of an update: so each pair is a route of its own, named by the pair. What changes of a pair
 * (service, cache) is changed in place, and a pair that comes or goes moves no other.
 */
export function edgePaths({ hosts, routes }: Pick<EdgeSpec, "hosts" | "routes">): EdgePath[] {
  const served = hosts.map((each) => ({ ...each, routes: hostRoutes(each, routes) }));
  const patterns = [...new Set([...routes.map(({ path }) => path), "/*"])];
  return patterns.flatMap((path, i) => {
    const numbered: string[] = [];
    return served.flatMap(({ host, routes: own }) => {
      const route = own.find((each) => each.path === path);
      if (route === undefined) return [];
      const id = JSON.stringify(route);
      const formerKey = numbered.includes(id) ? undefined : `path${i + 1}x${numbered.push(id)}`;
      return [{ key: physicalName([contentName(`${host}${path}`)], longestName), host, route, formerKey }];
    });
  });
}

/** Front Door waits 16 to 240 s for an origin (Microsoft Learn, "Azure subscription and service limits", Front Door). */
export function originTimeout(paths: readonly EdgePath[]): number {
  return Math.min(Math.max(...paths.map(({ route }) => route.timeoutSeconds), 16), 240);
}
