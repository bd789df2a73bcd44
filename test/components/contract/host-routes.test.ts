import assert from "node:assert/strict";
import {
  defaultRoute,
  hostRoutes,
  type RouteSpec,
  servedRoutes,
  serviceDrainSeconds,
} from "../../../components/contract";

function route(path: string, service: string, host?: string): RouteSpec {
  return { ...defaultRoute(service), path, host, timeoutSeconds: 60 };
}

const shop = { host: "shop.test", service: "web" };
const admin = { host: "admin.test", service: "admin" };

/** What answers by path. */
function answers(routes: readonly RouteSpec[]): Record<string, string | undefined> {
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

describe("what a service may still finish", () => {
  const hosts = [shop, admin];
  const seconds = (path: string, timeoutSeconds: number) => ({ ...route(path, "api"), timeoutSeconds });
  const drained = (name: string, terminationGraceSeconds: number, routes: readonly RouteSpec[]) =>
    serviceDrainSeconds({ name, terminationGraceSeconds }, { hosts, routes });

  it("lasts as long as the longest route of the service, or as SIGTERM leaves where that is longer", () => {
    const routes = [seconds("/api/*", 60), seconds("/v1/*", 20)];
    assert.equal(drained("api", 10, routes), 60);
    assert.equal(drained("api", 90, routes), 90);
    assert.equal(drained("worker", 10, routes), 10);
  });

  it("counts what a host's own service answers, and no route that a bucket answers", () => {
    assert.equal(drained("web", 10, []), 30);
    assert.equal(drained("api", 10, [{ ...seconds("/files/*", 60), bucket: "files" }]), 10);
  });
});
