import assert from "node:assert/strict";
import { defaultRoute, hostRoutes, type RouteSpec, servedRoutes } from "../../../components/contract";

function route(path: string, service: string, host?: string): RouteSpec {
  return { ...defaultRoute(service), path, host, timeoutSeconds: 60 };
}

const shop = { host: "shop.test", service: "web" };
const admin = { host: "admin.test", service: "admin" };

/** What answers by path. */
function answers(routes: readonly RouteSpec[]): Record<string, string> {
  return Object.fromEntries(routes.map(({ path, service }) => [path, service]));
}

describe("routes of a host", () => {
  it("are its own, those of all hosts, and its own service for all other paths", () => {
    const routes = [route("/api/*", "own-api", "shop.test"), route("/api/*", "api"), route("/x", "x", "admin.test")];
    assert.deepEqual(answers(hostRoutes(shop, routes)), { "/*": "web", "/api/*": "own-api" });
    assert.deepEqual(answers(hostRoutes(admin, routes)), { "/*": "admin", "/api/*": "api", "/x": "x" });
  });

  it("have no default where a route is for all paths", () => {
    assert.deepEqual(hostRoutes(shop, [route("/*", "front")]), [route("/*", "front")]);
    assert.deepEqual(hostRoutes(shop, [route("/*", "front", "admin.test")]), [defaultRoute("web")]);
  });

  it("of all hosts follow one another", () => {
    assert.deepEqual(servedRoutes({ hosts: [shop, admin], routes: [] }), [defaultRoute("web"), defaultRoute("admin")]);
  });
});
