import assert from "node:assert/strict";
import type { EdgeSpec, RouteSpec } from "../../../../components/contract";
import { nginxConfig } from "../../../../components/kubernetes/edge/nginx-config";

/** A route of one service, without anything special. */
export function route(path: string, more: Partial<RouteSpec> = {}): RouteSpec {
  return {
    path,
    service: "web",
    cache: { kind: "origin" },
    timeoutSeconds: 30,
    websocket: false,
    streaming: false,
    ...more,
  };
}

/** An edge with one host and nothing that is optional. */
export const bare: EdgeSpec = {
  domain: "shop.test",
  zone: "shop.test",
  hosts: [{ host: "shop.test", service: "web" }],
  routes: [],
  redirects: [],
  headers: {
    hsts: { maxAgeSeconds: 63_072_000, includeSubDomains: true, preload: false },
    frameOptions: "DENY",
    referrerPolicy: "no-referrer",
  },
  waf: {
    managedRules: true,
    rateRules: [],
    maxBodyMiB: 16,
    deniedExtensions: [],
    droppedHeaders: [],
    deniedCountries: [],
    deniedCidrs: [],
  },
  compression: false,
  errorPages: {},
  accessLogRetentionDays: 30,
  deletionProtection: false,
};

/** The configuration of an edge before a web service and an API. */
export function configOf(spec: EdgeSpec, trustedProxies?: readonly string[]): string {
  return nginxConfig({ spec, ports: { web: 3000, api: 8000 }, namespace: "shop-prod", trustedProxies });
}

/** The same, of what differs from the bare one. */
export function edgeOf(spec: Partial<EdgeSpec>, trustedProxies?: readonly string[]): string {
  return configOf({ ...bare, ...spec }, trustedProxies);
}

/** A location of a server, with the lines in it. */
export interface Location {
  kind: "exact" | "prefix" | "pattern";
  path: string;
  lines: string[];
}

/** A server of a configuration. */
export interface Server {
  name: string;
  lines: string[];
  locations: Location[];
}

/** Takes a configuration of ours apart; it has each block's end on a line of its own, or on the block's only line. */
export function serversOf(config: string): Server[] {
  const servers: Server[] = [];
  let location: Location | undefined;
  for (const line of config.split("\n").map((text) => text.trim())) {
    if (line === "server {") {
      servers.push({ name: "", lines: [], locations: [] });
      continue;
    }
    const server = servers.at(-1);
    if (server === undefined || line === "") continue;
    const [, modifier, path = "", rest = ""] = /^location (?:(=|~\*) )?(\S+) \{ ?(.*)$/.exec(line) ?? [];
    if (path !== "") {
      const kind = modifier === "=" ? "exact" : modifier === undefined ? "prefix" : "pattern";
      const opened: Location = { kind, path, lines: rest === "" ? [] : [rest.replace(/ \}$/, "")] };
      server.locations.push(opened);
      location = rest === "" ? opened : undefined;
    } else if (line === "}") location = undefined;
    else if (location !== undefined) location.lines.push(line);
    else server.lines.push(line);
    server.name = /^server_name (\S+);$/.exec(line)?.[1] ?? server.name;
  }
  return servers;
}

/** The location that nginx takes for a path that no pattern matches: an exact one, else the longest prefix. */
export function locationFor({ locations }: Server, path: string): Location | undefined {
  const exact = locations.find((each) => each.kind === "exact" && each.path === path);
  const prefixes = locations.filter((each) => each.kind === "prefix" && path.startsWith(each.path));
  return exact ?? prefixes.sort((a, b) => b.path.length - a.path.length)[0];
}

/** The server of the one host. */
export function serverOf(spec: Partial<EdgeSpec>): Server {
  const server = serversOf(configOf({ ...bare, ...spec }))[1];
  assert.ok(server !== undefined);
  return server;
}
