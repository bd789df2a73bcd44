import type { PlanResource } from "../../../../preview/model/plan";
import type { Reader } from "../../fact";
import { fields, input, list, type Native, table, textOf } from "../../native";

type Fields = Readonly<Record<string, unknown>>;

/** What the load balancer does for one path of one host. */
export interface Rule {
  /** Host and path as routes are written. */
  key: string;
  rule: Fields;
  /** None where the rule is a redirect. */
  backend?: PlanResource;
}

/** The rules of the URL map. */
export function urlRules(native: Native): Rule[] {
  const map = native.one("gcp:compute/uRLMap:URLMap", "-cdn-routes");
  const matchers = list(input(map, "pathMatchers")).map(fields);
  const backends = [
    ...native.all("gcp:compute/backendService:BackendService"),
    ...native.all("gcp:compute/backendBucket:BackendBucket"),
  ];
  return list(input(map, "hostRules"))
    .map(fields)
    .flatMap(({ hosts, pathMatcher }) => {
      const matcher = matchers.find(({ name }) => name === pathMatcher);
      return list(hosts).flatMap((host) =>
        list(matcher?.routeRules)
          .map(fields)
          .map((rule) => ({
            key: `${textOf(host)}${pathOf(rule)}`,
            rule,
            backend: backends.find(({ id }) => id !== undefined && id === rule.service),
          })),
      );
    });
}

/** One value for each path that is no redirect. */
export function byPath(value: (rule: Rule, native: Native) => unknown): Reader {
  return (native) =>
    table(
      urlRules(native).filter(({ rule }) => rule.urlRedirect === undefined),
      ({ key }) => key,
      (rule) => value(rule, native),
    );
}

/** Headers that a rule adds to answers, or its bucket does. */
export function addedHeaders({ rule, backend }: Rule): Readonly<Record<string, string>> {
  const own = list(fields(rule.headerAction).responseHeadersToAdds)
    .map(fields)
    .map(({ headerName, headerValue }) => [textOf(headerName), textOf(headerValue)]);
  const ofBucket = list(input(backend, "customResponseHeaders")).map((line) => textOf(line).split(/: (.*)/));
  return Object.fromEntries([...own, ...ofBucket]);
}

/** Service of a backend, from its network endpoint group. */
export function serviceOf(backend: PlanResource | undefined, native: Native): string | undefined {
  const group = native
    .all("gcp:compute/regionNetworkEndpointGroup:RegionNetworkEndpointGroup")
    .find(({ id }) => id !== undefined && id === input(backend, "backends.0.group"));
  const found = native
    .all("gcp:cloudrunv2/service:Service")
    .find((service) => input(service, "name") === input(group, "cloudRun.service"));
  return found && native.short(found, "compute");
}

function pathOf(rule: Fields): string {
  const { prefixMatch, fullPathMatch } = fields(list(rule.matchRules)[0]);
  return prefixMatch === undefined ? textOf(fullPathMatch) : `${textOf(prefixMatch)}*`;
}
