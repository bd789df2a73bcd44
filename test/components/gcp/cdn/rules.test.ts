import assert from "node:assert/strict";
import type { RouteSpec } from "../../../../components/contract";
import { bodyAbove, fromCountries, pathBegins, pathEnds } from "../../../../components/gcp/cdn/expressions";
import { hostRoutes } from "../../../../components/gcp/cdn/host-routes";
import { rateWindow } from "../../../../components/gcp/cdn/rate-window";

const route = (path: string, host?: string): RouteSpec => ({
  path,
  host,
  service: "web",
  cache: { kind: "none" },
  timeoutSeconds: 30,
  websocket: false,
  streaming: false,
});

describe("gcp edge rules", () => {
  it("counts in the shortest window that is not shorter", () => {
    assert.deepEqual(rateWindow({ requests: 10, perSeconds: 1 }), { count: 100, intervalSec: 10 });
    assert.deepEqual(rateWindow({ requests: 5, perSeconds: 60 }), { count: 5, intervalSec: 60 });
    assert.deepEqual(rateWindow({ requests: 1000, perSeconds: 900 }), { count: 1000, intervalSec: 900 });
    assert.deepEqual(rateWindow({ requests: 3, perSeconds: 45 }), { count: 4, intervalSec: 60 });
  });

  it("writes conditions in one subexpression each", () => {
    const path = "request.path.urlDecode().lower()";
    assert.equal(pathBegins(["/api/", "/auth/login"]), `${path}.matches('^(/api/|/auth/login)')`);
    assert.equal(pathEnds([".php", ".PY"]), `${path}.matches('([.]php|[.]py)$')`);
    assert.equal(fromCountries(["AA", "BB"]), "origin.region_code.matches('^(AA|BB)$')");
    assert.equal(
      bodyAbove(1024),
      "has(request.headers['content-length']) && int(request.headers['content-length']) > 1024",
    );
  });

  it("sorts a host's routes, and ends with one for all paths", () => {
    const routes = [
      route("/*"),
      route("/auth/*"),
      route("/auth"),
      route("/*", "a.example"),
      route("/x/*", "b.example"),
    ];
    const host = { host: "a.example", service: "web" };
    assert.deepEqual(
      hostRoutes(host, routes).map((each) => [each.path, each.host]),
      [
        ["/auth/*", undefined],
        ["/auth", undefined],
        ["/*", "a.example"],
      ],
    );
    assert.deepEqual(
      hostRoutes(host, []).map(({ path, cache }) => [path, cache.kind]),
      [["/*", "origin"]],
    );
  });
});
