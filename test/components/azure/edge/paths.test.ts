import assert from "node:assert/strict";
import { type EdgePath, edgePaths } from "../../../../components/azure/edge/paths";
import type { HostSpec, RouteSpec } from "../../../../components/contract";

function route(path: string, more: Partial<RouteSpec> = {}): RouteSpec {
  return {
    path,
    service: "web",
    cache: { kind: "none" },
    timeoutSeconds: 30,
    websocket: false,
    streaming: false,
    ...more,
  };
}

const hosts: HostSpec[] = [
  { host: "shop.example", service: "web" },
  { host: "api.shop.example", service: "api" },
];
const routes = [route("/static/*"), route("/auth"), route("/api/*", { service: "api" })];

/** What answers for each pair of host and path, by the name of its route. */
function named(paths: readonly EdgePath[]): Record<string, string> {
  return Object.fromEntries(paths.map(({ key, host, route: { path } }) => [key, `${host}${path}`]));
}

const before = named(edgePaths({ hosts, routes }));

/** Asserts that what was there is there under the same name, or not at all, and that no name stands for two pairs. */
function nothingMoves(after: readonly EdgePath[]): void {
  const names = named(after);
  assert.equal(Object.keys(names).length, after.length);
  assert.equal(new Set(Object.values(names)).size, after.length);
  for (const [key, pair] of Object.entries(names)) if (before[key] !== undefined) assert.equal(before[key], pair);
  for (const [key, pair] of Object.entries(before)) {
    if (Object.values(names).includes(pair)) assert.equal(names[key], pair);
  }
}

describe("azure edge paths", () => {
  it("are all pairs of host and path, with every host's own service at the end", () => {
    assert.equal(Object.keys(before).length, 8);
    const last = edgePaths({ hosts, routes }).filter(({ route: { path } }) => path === "/*");
    assert.deepEqual(
      last.map(({ host, route: { service } }) => [host, service]),
      [
        ["shop.example", "web"],
        ["api.shop.example", "api"],
      ],
    );
  });

  const changes: [name: string, hosts: HostSpec[], routes: RouteSpec[]][] = [
    ["a route first", hosts, [route("/metrics/*"), ...routes]],
    ["a route in the middle", hosts, routes.toSpliced(1, 0, route("/metrics/*"))],
    ["a route last", hosts, [...routes, route("/metrics/*")]],
    ["a route less", hosts, routes.slice(1)],
    ["routes the other way round", hosts, routes.toReversed()],
    ["a host first", [{ host: "www.shop.example", service: "web" }, ...hosts], routes],
    ["a host less", hosts.slice(1), routes],
    ["hosts the other way round", hosts.toReversed(), routes],
    ["a path of one host more", hosts, [...routes, route("/auth", { host: "shop.example", service: "api" })]],
  ];
  for (const [name, itsHosts, itsRoutes] of changes) {
    it(`${name}: no other pair moves`, () => nothingMoves(edgePaths({ hosts: itsHosts, routes: itsRoutes })));
  }

  it("a path that another service answers keeps its name: its route is changed in place", () => {
    const changed = edgePaths({ hosts, routes: [route("/static/*", { service: "api" }), ...routes.slice(1)] });
    assert.deepEqual(named(changed), before);
  });

  it("a former name belongs to one pair only", () => {
    const former = edgePaths({ hosts, routes }).flatMap(({ formerKey }) => formerKey ?? []);
    assert.deepEqual(former, ["path1x1", "path2x1", "path3x1", "path4x1", "path4x2"]);
  });
});
