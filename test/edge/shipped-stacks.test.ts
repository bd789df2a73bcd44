import assert from "node:assert/strict";
import type { RouteSpec } from "../../components/contract";
import { nginxConfig } from "../../components/kubernetes/edge/nginx-config";
import { topologyOfStack, wholeStacks } from "../parity/topologies";
import { at } from "../support/concept";
import { planOf } from "../support/plans";
import type { WholeTopology } from "../support/whole";
import { type Answer, ask, newClient } from "./support/ask";
import { needsNginx, type PlayedEdge, playConfig, servicesOf, stopAll } from "./support/edges";

/** The configuration that a stack puts into its ConfigMap. */
async function renderedOf(stack: string): Promise<string> {
  const { resources } = await planOf(stack);
  const map = resources.find(({ type, name }) => type.endsWith(":ConfigMap") && name.endsWith("-cdn-proxy-config"));
  const config = map && at(map.inputs, "data.nginx.conf");
  assert.ok(typeof config === "string");
  return config;
}

/** The route that a path of a host means, from the topology alone: the longest wins, a host's own before that of all. */
function routeFor({ edge }: WholeTopology, host: string, path: string): RouteSpec | undefined {
  const length = (route: RouteSpec) => route.path.replace(/\*$/, "").length + (route.host === undefined ? 0 : 0.5);
  return edge.routes
    .filter((route) => route.host === undefined || route.host === host)
    .filter((route) => (route.path.endsWith("*") ? path.startsWith(route.path.slice(0, -1)) : path === route.path))
    .sort((a, b) => length(b) - length(a))[0];
}

/** A path of each route and one below it, and some of none. */
function paths({ edge }: WholeTopology): string[] {
  const redirected = new Set(edge.redirects.map(({ from }) => from));
  const own = edge.routes.flatMap(({ path }) => [path.replace(/\*$/, "some"), path.replace(/\*$/, "some/deep.txt")]);
  const prefixes = edge.routes.map(({ path }) => path.replace(/\/?\*$/, "")).filter((path) => path.length > 1);
  return [...new Set(["/", "/anything", "/deep/er?x=/api/", ...own, ...prefixes])].filter(
    (its) => !redirected.has(its),
  );
}

function assertSecure({ headers }: Answer, { edge }: WholeTopology, what: string): void {
  const { hsts, frameOptions, referrerPolicy, contentSecurityPolicy } = edge.headers;
  assert.ok(headers["strict-transport-security"]?.startsWith(`max-age=${hsts.maxAgeSeconds}`), what);
  assert.equal(headers["x-content-type-options"], "nosniff", what);
  assert.equal(headers["x-frame-options"], frameOptions, what);
  assert.equal(headers["referrer-policy"], referrerPolicy, what);
  assert.equal(headers["content-security-policy"], contentSecurityPolicy, what);
}

describe("the edge of a stack, on nginx:", () => {
  before(function () {
    needsNginx(this);
  });

  for (const { stack, environment } of wholeStacks.filter(({ cloud }) => cloud === "kubernetes")) {
    const topology = topologyOfStack(stack);
    if (environment !== "prod") {
      it(`${stack} starts`, async () => {
        const services = topology.compute.services.flatMap(({ name, port }) =>
          port === undefined ? [] : [[name, port]],
        );
        const ports: Record<string, number> = Object.fromEntries(services);
        const config = nginxConfig({ spec: topology.edge, ports, namespace: topology.context.name });
        const { edge } = await playConfig(config, servicesOf(topology));
        const [{ host } = { host: "" }] = topology.edge.hosts;
        assert.equal((await ask(edge, { host })).status, 200);
        await stopAll();
      });
    }

    if (environment !== "prod") continue;
    describe(stack, () => {
      const { hosts } = topology.edge;
      const [{ host: first } = { host: "" }] = hosts;
      let played: PlayedEdge;
      before(async () => {
        played = await playConfig(await renderedOf(stack), servicesOf(topology));
      });
      after(stopAll);

      it("probes are answered whatever host they name, and no other host is", async () => {
        const probe = await ask(played.edge, { host: "10.1.2.3:8080", path: "/-/healthy" });
        assert.deepEqual([probe.status, probe.body.toString()], [200, "healthy\n"]);
        assert.equal((await ask(played.edge, { host: "10.1.2.3:8080", path: "/" })).status, 404);
      });

      it("every path of every host reaches the service of its longest route, with the headers and the cache that it says", async () => {
        for (const { host, service } of hosts) {
          for (const path of paths(topology)) {
            const [plain = ""] = path.split("?");
            const route = routeFor(topology, host, plain);
            const answer = await ask(played.edge, { host, path });
            const what = `${host}${path}`;
            assert.equal(answer.status, 200, what);
            assert.equal(answer.seen?.service, route?.service ?? service, what);
            assert.equal(answer.seen?.url, path, what);
            assert.equal(answer.seen?.headers.host, host, what);
            assertSecure(answer, topology, what);
            assert.equal(answer.headers["cache-control"], cacheOf(route), what);
          }
        }
      });

      it("security headers are on what the edge itself says, and on errors of services", async () => {
        const host = first;
        const { maxBodyMiB, deniedExtensions } = topology.edge.waf;
        const large = {
          method: "POST",
          body: "",
          headers: { "Content-Length": String((maxBodyMiB + 1) * 1024 * 1024) },
        };
        const errors: [number, Promise<Answer>][] = [
          [404, ask(played.edge, { host: "elsewhere.test" })],
          [413, ask(played.edge, { host, path: "/anything", ...large })],
          [500, ask(played.edge, { host, path: "/anything?status=500" })],
          [404, ask(played.edge, { host, path: "/anything?status=404&header.X-Frame-Options=ALLOWALL" })],
          ...deniedExtensions.map((ending): [number, Promise<Answer>] => [
            403,
            ask(played.edge, { host, path: `/a/b${ending}` }),
          ]),
        ];
        for (const [status, asked] of errors) {
          const answer = await asked;
          assert.equal(answer.status, status);
          assertSecure(answer, topology, String(status));
        }
      });

      it("redirects lead where they say, with the query", async () => {
        for (const { host } of hosts) {
          for (const { from, to, permanent } of topology.edge.redirects) {
            const { status, headers } = await ask(played.edge, { host, path: `${from}?a=1` });
            assert.deepEqual([status, headers.location], [permanent ? 301 : 302, `${to}?a=1`]);
          }
        }
      });

      it("each rate counts on each of its paths and by client: so many at once, and no more", async () => {
        for (const { pathPrefixes, requests, perSeconds, burst, name } of topology.edge.waf.rateRules) {
          for (const path of pathPrefixes.length === 0 ? ["/"] : pathPrefixes) {
            if (strictest(topology, path) !== name) continue; // another rule bites before
            const atOnce = burst === 0 ? requests : burst + 1;
            const client = newClient();
            const began = performance.now();
            const statuses = await statusesUntil(429, () => ask(played.edge, { host: first, path, client }));
            const passed = statuses.filter((status) => status === 200).length;
            // While they come, the rate itself lets some more through.
            const more = Math.ceil(((performance.now() - began) / 1000) * (requests / perSeconds)) + 1;
            assert.ok(passed >= atOnce && passed <= atOnce + more, `${name} ${path}: ${passed}, not ${atOnce}`);
            assert.equal(statuses.length, passed + statuses.filter((status) => status === 429).length);
            assert.equal((await ask(played.edge, { host: first, path })).status, 200, "another client");
          }
        }
      });
    });
  }
});

/** Which rule of a path lets the fewest through at once. */
function strictest({ edge }: WholeTopology, path: string): string | undefined {
  return edge.waf.rateRules
    .filter(({ pathPrefixes }) => pathPrefixes.length === 0 || pathPrefixes.some((prefix) => path.startsWith(prefix)))
    .sort((a, b) => (a.burst || a.requests) - (b.burst || b.requests))[0]?.name;
}

function cacheOf(route: RouteSpec | undefined): string | undefined {
  switch (route?.cache.kind) {
    case "none":
      return "no-store";
    case "static":
      return `public, max-age=${route.cache.maxAgeSeconds}${route.cache.immutable ? ", immutable" : ""}`;
    default:
      return undefined;
  }
}

/** Asks ten at a time until one is answered so; 3,000 times at most. */
async function statusesUntil(last: number, once: () => Promise<Answer>): Promise<number[]> {
  const statuses: number[] = [];
  while (!statuses.includes(last) && statuses.length < 3000) {
    statuses.push(...(await Promise.all(Array.from({ length: 10 }, once))).map(({ status }) => status));
  }
  return statuses;
}
