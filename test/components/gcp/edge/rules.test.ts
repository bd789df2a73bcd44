import assert from "node:assert/strict";
import type { RouteSpec } from "../../../../components/contract";
import { rangeLists } from "../../../../components/gcp/edge/denied-ranges";
import { bodyAbove, fromCountries, pathBegins, pathEnds } from "../../../../components/gcp/edge/expressions";
import { rankedRoutes } from "../../../../components/gcp/edge/host-routes";
import { type Band, bandWidth, placed } from "../../../../components/gcp/edge/priorities";
import { rateWindow } from "../../../../components/gcp/edge/rate-window";

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

  describe("priorities", () => {
    const rule = { action: "deny(403)", match: { versionedExpr: "SRC_IPS_V1", config: { srcIpRanges: ["*"] } } };
    const keys = Array.from({ length: 40 }, (_, i) => `rule-${i}`);
    const band = (names: readonly string[], from = 1000): Band => ({
      from,
      rules: names.map((key) => ({ key, rule })),
    });
    const places = (names: readonly string[]) =>
      new Map(placed([band(names)]).map(({ description, priority }) => [description, priority]));

    it("are a rule's own: others change none of them, wherever they stand", () => {
      const all = places(keys);
      assert.deepEqual(places([...keys].reverse()), all);
      for (const removed of ["rule-0", "rule-20", "rule-39"]) {
        const moved = [...places(keys.filter((key) => key !== removed))].filter(
          ([key, place]) => all.get(key) !== place,
        );
        assert.deepEqual(moved, [], removed);
      }
    });

    it("are one for each, in the band of its kind", () => {
      const many = Array.from({ length: 300 }, (_, i) => `rule-${i}`);
      const found = placed([band(many), band(many, 1000 + bandWidth)]).map(({ priority }) => Number(priority));
      assert.equal(new Set(found).size, 600);
      assert.ok(found.slice(0, 300).every((place) => place >= 1000 && place < 1000 + bandWidth));
      assert.ok(found.slice(300).every((place) => place >= 1000 + bandWidth && place < 1000 + 2 * bandWidth));
    });
  });

  describe("denied ranges", () => {
    const ranges = Array.from({ length: 40 }, (_, i) => `198.51.${100 + i}.0/24`);

    it("stay in their rule when one is added or removed, wherever it sorts", () => {
      const lists = rangeLists(ranges);
      assert.ok([...lists.values()].every((list) => list.length < 10));
      for (const other of ["0.0.0.0/24", "198.51.120.128/25", "::/0", "fd00::/8"]) {
        const others = rangeLists([...ranges, other]);
        const changed = [...others].filter(([key, list]) => String(lists.get(key) ?? "") !== String(list));
        assert.equal(changed.length, 1, other);
        for (const [key, list] of lists)
          assert.deepEqual(
            others.get(key)?.filter((range) => range !== other),
            list,
          );
      }
    });

    it("are ten in a rule at most, each once, and more of a list are in its next rule", () => {
      const many = Array.from({ length: 400 }, (_, i) => `10.${i % 250}.${i}.0/28`);
      const lists = rangeLists([...many, ...many]);
      assert.ok([...lists.values()].every((list) => list.length <= 10));
      assert.deepEqual([...lists.values()].flat().sort(), [...many].sort());
      assert.ok([...lists.keys()].every((key) => /^denied-ranges-[0-9a-f](-[2-9])?$/.test(key)));
    });
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
      rankedRoutes(host, routes).map((each) => [each.path, each.host]),
      [
        ["/auth/*", undefined],
        ["/auth", undefined],
        ["/*", "a.example"],
      ],
    );
    assert.deepEqual(
      rankedRoutes(host, []).map(({ path, cache }) => [path, cache.kind]),
      [["/*", "origin"]],
    );
  });
});
