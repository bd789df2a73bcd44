import { type EdgeSpec, hostRoutes, type Topology, type TopologyProblem } from "../../contract";
import { listenerRules, longestPath, sharedPlaces } from "../compute/listener-rules";
import { longestCode, longestSecurityPolicy, mostBehaviours, originSeconds } from "./limits";
import { viewerRequestCode } from "./viewer-request";
import { viewerResponseCode } from "./viewer-response";
import { bodyPattern, longestPattern } from "./waf-patterns";

/** Default quota of rules of a load balancer, without the default one ("Quotas for your Application Load Balancers"). */
const mostRules = 100;

/** Problems of an edge that CloudFront, its firewall or the load balancer would refuse. */
export function edgeProblems({ edge }: Topology): TopologyProblem[] {
  if (edge === undefined) return [];
  return [...counts(edge), ...paths(edge), ...places(edge), ...waits(edge), ...texts(edge)];
}

function problem(found: string, allowed: string, key = "app"): TopologyProblem {
  return { key, found, allowed };
}

function counts(edge: EdgeSpec): TopologyProblem[] {
  const rules = listenerRules(edge).length;
  const behaviours = new Set(edge.routes.map(({ path }) => path)).size;
  const found = [
    ...(rules > mostRules ? [`${rules} rules of the load balancer, which takes ${mostRules}`] : []),
    ...(behaviours > mostBehaviours ? [`${behaviours} paths, and a distribution takes ${mostBehaviours}`] : []),
  ];
  return found.map((what) => problem(`has ${what}`, "fewer hosts or paths on aws, or paths that hold for all hosts"));
}

function paths({ routes, hosts }: EdgeSpec): TopologyProblem[] {
  const long = [...new Set(routes.map(({ path }) => path))].filter((path) => path.length > longestPath);
  const everywhere = [
    ...new Set(
      hosts.flatMap((host) => hostRoutes(host, routes).flatMap(({ path, bucket }) => (path === "/*" ? [bucket] : []))),
    ),
  ];
  const [only] = everywhere;
  const bucketsOnly = hosts.every(({ service }) => service === undefined);
  return [
    ...long.map((path) =>
      problem(`has a route "${path}" of ${path.length} characters`, `at most ${longestPath} on aws`),
    ),
    ...(everywhere.length === 1 && only !== undefined && !bucketsOnly
      ? [
          problem(
            `has a route "/*" that the bucket "${only}" answers`,
            'a bucket below a path of its own, as "/files/*": on aws one for all paths could be asked for the list of its objects',
          ),
        ]
      : []),
  ];
}

/** Rare, and found here and not by the load balancer: what is refused when a path comes can't fail when another goes. */
function places(edge: EdgeSpec): TopologyProblem[] {
  return sharedPlaces(listenerRules(edge)).map(([one, other]) =>
    problem(
      `has "${one.host}${one.path}" and "${other.host}${other.path}", which share a place among the rules of the load balancer`,
      "two that differ on aws: write one of the paths or hosts otherwise, for example with a longer beginning",
    ),
  );
}

function waits({ routes }: EdgeSpec): TopologyProblem[] {
  const { least, most } = originSeconds;
  return routes
    .filter(({ timeoutSeconds }) => timeoutSeconds < least || timeoutSeconds > most)
    .map(({ path, timeoutSeconds }) =>
      problem(`has a route "${path}" that waits ${timeoutSeconds} s`, `${least} to ${most} s on aws`),
    );
}

function texts(edge: EdgeSpec): TopologyProblem[] {
  const policy = edge.headers.contentSecurityPolicy?.length ?? 0;
  const body = bodyPattern(edge.waf.maxBodyMiB).length;
  const functions = [
    { code: viewerRequestCode(edge), what: "redirects, dropped headers and CORS", less: "fewer or shorter ones" },
    { code: viewerResponseCode(edge) ?? "", what: "routes", less: "fewer of them" },
  ];
  return [
    ...(policy > longestSecurityPolicy
      ? [problem(`has a content security policy of ${policy} characters`, `at most ${longestSecurityPolicy} on aws`)]
      : []),
    ...functions
      .map(({ code, ...rest }) => ({ ...rest, bytes: Buffer.byteLength(code) }))
      .filter(({ bytes }) => bytes > longestCode)
      .map(({ what, less, bytes }) =>
        problem(
          `has ${what} that make a function of ${bytes} bytes at the edge`,
          `at most ${longestCode} on aws: have ${less}`,
        ),
      ),
    ...(body > longestPattern
      ? [
          problem(
            `has a largest body of ${edge.waf.maxBodyMiB} MiB, for which a rule of AWS WAF needs ${body} characters`,
            `a number whose rule has at most ${longestPattern} on aws; every one below 954 has`,
          ),
        ]
      : []),
  ];
}
