import assert from "node:assert/strict";
import { environmentNames, type RouteSpec } from "../../../../components/contract";
import { nginxConfig } from "../../../../components/kubernetes/edge/nginx-config";
import { resolvedOf, validConfig } from "../../../infra/support/configs";
import { wholeStacks } from "../../../parity/topologies";
import type { WholeTopology } from "../../../support/whole";
import { type Location, locationFor, type Server, serversOf } from "./specs";

const headers = [
  "Strict-Transport-Security",
  "X-Content-Type-Options",
  "X-Frame-Options",
  "Referrer-Policy",
  "Content-Security-Policy",
];

/** Ports of the services that have one. */
function portsOf({ compute }: WholeTopology): Record<string, number> {
  return Object.fromEntries(compute.services.flatMap(({ name, port }) => (port === undefined ? [] : [[name, port]])));
}

/** The route that a path of a host means: its own before those of all, the longest first. */
function routeFor({ edge }: WholeTopology, host: string, path: string): RouteSpec | undefined {
  const length = (route: RouteSpec) => route.path.replace(/\*$/, "").length + (route.host === undefined ? 0 : 0.5);
  return edge.routes
    .filter((route) => route.host === undefined || route.host === host)
    .filter((route) => (route.path.endsWith("*") ? path.startsWith(route.path.slice(0, -1)) : path === route.path))
    .sort((a, b) => length(b) - length(a))[0];
}

describe("kubernetes nginx configuration of", () => {
  for (const app of [...new Set(wholeStacks.map((each) => each.app))]) {
    for (const environment of environmentNames) {
      describe(`${app} in ${environment}`, () => {
        const topology = resolvedOf(validConfig(app, "kubernetes", environment)).value;
        const { edge, context } = topology;
        const config = nginxConfig({ spec: edge, ports: portsOf(topology), namespace: context.name });
        const servers = serversOf(config).slice(1);
        const proxied = servers.flatMap(({ locations }) => locations.filter(isRoute));

        it("is the same twice, and every line of it ends as nginx wants", () => {
          assert.equal(nginxConfig({ spec: edge, ports: portsOf(topology), namespace: context.name }), config);
          for (const line of config.split("\n")) assert.match(line, /[;{}]$|^$/);
          assert.equal(config.split("{").length, config.split("}").length);
        });

        it("has a server for each host, with each location once", () => {
          assert.deepEqual(
            servers.map(({ name }) => name),
            edge.hosts.map(({ host }) => host),
          );
          for (const { name, locations } of servers) {
            const keys = locations.map(({ kind, path }) => `${kind} ${path}`);
            assert.deepEqual(keys, [...new Set(keys)], name);
          }
        });

        it("sets the security headers everywhere, and lets no other through", () => {
          assert.ok(proxied.length >= edge.hosts.length);
          const wanted = headers.filter((name) => name !== "Content-Security-Policy" || hasPolicy(topology));
          for (const { path, lines } of proxied) {
            for (const name of wanted) {
              assert.ok(lines.includes(`proxy_hide_header ${name};`), `${path} ${name}`);
              assert.ok(
                lines.some((line) => line.startsWith(`add_header ${name} "`) && line.endsWith('" always;')),
                `${path} ${name}`,
              );
            }
          }
        });

        it("tells the application who asked, by what host, and that it was by TLS", () => {
          for (const { path, lines } of proxied) {
            for (const line of [
              "proxy_set_header Host $host;",
              "proxy_set_header X-Forwarded-For $remote_addr;",
              "proxy_set_header X-Forwarded-Proto https;",
              "proxy_set_header X-Forwarded-Host '';",
            ]) {
              assert.ok(lines.includes(line), `${path}: ${line}`);
            }
          }
        });

        it("brings every route to its service, for as long as it waits, as it is cached", () => {
          for (const server of servers) {
            for (const path of samplePaths(topology)) {
              const route = routeFor(topology, server.name, path);
              const lines = locationFor(server, path)?.lines ?? [];
              const service = route?.service ?? edge.hosts.find(({ host }) => host === server.name)?.service ?? "";
              assert.ok(lines.includes(`proxy_pass http://${service};`), `${server.name}${path}`);
              const address = `${service}.${context.name}.svc.@cluster-domain@:${portsOf(topology)[service]}`;
              assert.ok(config.includes(`server ${address} resolve max_fails=0;`), service);
              assert.ok(lines.includes(`proxy_read_timeout ${route?.timeoutSeconds ?? 30}s;`), `${server.name}${path}`);
              const kept = lines.includes("proxy_cache static;");
              assert.equal(kept, route?.cache.kind === "static", `${server.name}${path}`);
              const never = lines.includes("add_header Cache-Control no-store always;");
              assert.equal(never, route?.cache.kind === "none", `${server.name}${path}`);
            }
          }
        });

        it("counts every rate on each of its paths, on every host", () => {
          for (const { name, pathPrefixes } of edge.waf.rateRules) {
            const paths =
              pathPrefixes.length === 0 ? samplePaths(topology) : pathPrefixes.flatMap((path) => [path, `${path}x`]);
            const zone = `limit_req zone=rate_${name.replaceAll("-", "_")} `;
            assert.ok(config.includes(`zone=rate_${name.replaceAll("-", "_")}:10m`));
            for (const server of servers) {
              for (const path of paths) {
                const lines = locationFor(server, path)?.lines ?? [];
                assert.ok(
                  lines.some((line) => line.startsWith(zone)),
                  `${server.name}${path}`,
                );
              }
            }
          }
        });

        it("refuses bodies, endings and headers as the topology says", () => {
          for (const server of servers) {
            assert.ok(server.lines.includes(`client_max_body_size ${edge.waf.maxBodyMiB}m;`));
            assert.deepEqual(endings(server), edge.waf.deniedExtensions);
          }
          for (const { path, lines } of proxied) {
            for (const name of edge.waf.droppedHeaders) assert.ok(lines.includes(`proxy_set_header ${name} '';`), path);
          }
        });
      });
    }
  }
});

/** A location of a route, which is not one of a redirect, a refusal or an error page. */
function isRoute({ lines }: Location): boolean {
  return lines.some((line) => line.startsWith("proxy_connect_timeout"));
}

function hasPolicy({ edge }: WholeTopology): boolean {
  return edge.headers.contentSecurityPolicy !== undefined;
}

/** A path of each route, one of none, and one below each. */
function samplePaths({ edge }: WholeTopology): string[] {
  const redirected = new Set(edge.redirects.map(({ from }) => from));
  const own = edge.routes.map(({ path }) => path.replace(/\*$/, "x"));
  return [...new Set(["/", "/anything", ...own])].filter((path) => !redirected.has(path));
}

/** Endings that a server refuses. */
function endings({ locations }: Server): string[] {
  const pattern = locations.find(({ kind }) => kind === "pattern");
  const [, list = ""] = /^\\\.\((.*)\)\$$/.exec(pattern?.path ?? "") ?? [];
  return list === "" ? [] : list.split("|").map((ending) => `.${ending}`);
}
