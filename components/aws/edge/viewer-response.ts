import { type CacheSpec, type EdgeSpec, fileStatuses, type RouteSpec, staticCacheControl } from "../../contract";

/** Headers that browsers get with the answers of one path. */
interface Rule {
  /** Host; all where empty. */
  host: string;
  /** The path, or its prefix. */
  path: string;
  begins: boolean;
  /** Value of `Cache-Control`; the origin's own where undefined. */
  value?: string;
  /** Said of answers that are files only; else of all below 400. */
  filesOnly: boolean;
}

/**
 * Code of the CloudFront Function that tells browsers what they may keep, by host and path: a behavior knows no host, and
 * a response headers policy says the same of every answer: a 404 would be cached for a year, and 404s are normal during a
 * rollout, when a request reaches the version without the file. CloudFront calls the function for answers below 400 only
 * (CloudFront Developer Guide, "Restrictions on all edge functions", HTTP status codes); what the origin says of its errors
 * stays.
 */
export function viewerResponseCode({ routes }: Pick<EdgeSpec, "routes">): string | undefined {
  const rules = [...routes].sort(narrowerFirst).map(ruleOf);
  if (rules.every(({ value }) => value === undefined)) return undefined;
  return `var rules = ${JSON.stringify(rules)};
var fileStatuses = ${JSON.stringify(fileStatuses)};
function handler(event) {
  var response = event.response;
  var uri = event.request.uri;
  var host = event.request.headers.host ? event.request.headers.host.value.toLowerCase() : "";
  var rule = rules.filter(function (each) {
    return (each.host === "" || each.host === host) && (each.begins ? uri.indexOf(each.path) === 0 : uri === each.path);
  })[0];
  if (rule && rule.value && (!rule.filesOnly || fileStatuses.indexOf(response.statusCode) >= 0)) {
    response.headers["cache-control"] = { value: rule.value };
  }
  return response;
}
`;
}

/** As the load balancer tries its rules: exact paths before others, the longest first, one host's before all hosts'. */
function narrowerFirst(a: RouteSpec, b: RouteSpec): number {
  const order = (route: RouteSpec) => [
    route.path.endsWith("*") ? 1 : 0,
    -route.path.length,
    route.host === undefined ? 1 : 0,
  ];
  const [first, second] = [order(a), order(b)];
  return first.map((value, i) => value - (second[i] ?? 0)).find((difference) => difference !== 0) ?? 0;
}

function ruleOf({ host = "", path, cache }: RouteSpec): Rule {
  return {
    host,
    path: path.replace(/\*$/, ""),
    begins: path.endsWith("*"),
    value: cacheControl(cache),
    filesOnly: cache.kind === "static",
  };
}

function cacheControl(cache: CacheSpec): string | undefined {
  switch (cache.kind) {
    case "static":
      return staticCacheControl(cache);
    case "none":
      return "no-store";
    case "origin":
      return undefined;
  }
}
