import assert from "node:assert/strict";
import type { RateRuleSpec } from "../../../../components/contract";
import { rateLimits, rateZones, rulePaths } from "../../../../components/kubernetes/edge/nginx-rates";
import { bare, configOf, locationFor, route, serversOf } from "./specs";

function rule(name: string, requests: number, perSeconds: number, more: Partial<RateRuleSpec> = {}): RateRuleSpec {
  return { name, pathPrefixes: [], requests, perSeconds, burst: 0, ...more };
}

describe("kubernetes nginx rates", () => {
  const rates: [requests: number, perSeconds: number, rate: string][] = [
    [10, 1, "10r/s"],
    [1, 1, "1r/s"],
    [120, 60, "2r/s"],
    [5, 60, "5r/m"],
    [1000, 900, "66r/m"],
    [3, 2, "90r/m"],
    [1, 3600, "1r/m"], // nginx counts nothing slower
  ];
  for (const [requests, perSeconds, rate] of rates) {
    it(`${requests} in ${perSeconds} s are ${rate}`, () => {
      assert.deepEqual(rateZones([rule("sign-in", requests, perSeconds)]), [
        `limit_req_zone $client zone=rate_sign_in:10m rate=${rate};`,
      ]);
    });
  }

  const bursts: [burst: number, requests: number, perSeconds: number, atOnce: number][] = [
    [20, 10, 1, 20],
    [5, 1, 1, 5],
    [0, 10, 1, 9], // beside the one that the rate has room for: ten
    [0, 1000, 900, 999],
    [0, 5, 60, 4],
  ];
  for (const [burst, requests, perSeconds, atOnce] of bursts) {
    it(`${requests} in ${perSeconds} s with a burst of ${burst} takes ${atOnce} at once, without delay`, () => {
      assert.deepEqual(rateLimits([rule("api", requests, perSeconds, { burst })], "/"), [
        `limit_req zone=rate_api burst=${atOnce} nodelay;`,
      ]);
    });
  }

  it("one request a second without a burst is one at a time", () => {
    assert.deepEqual(rateLimits([rule("api", 1, 1)], "/"), ["limit_req zone=rate_api;"]);
  });

  it("a rule holds where its path begins, and one without paths everywhere", () => {
    const rules = [rule("all", 10, 1), rule("api", 10, 1, { pathPrefixes: ["/api/", "/v2/"] })];
    const zones = (path: string) => rateLimits(rules, path).map((line) => /zone=rate_(\w+)/.exec(line)?.[1]);
    assert.deepEqual(zones("/"), ["all"]);
    assert.deepEqual(zones("/api/"), ["all", "api"]);
    assert.deepEqual(zones("/v2/users"), ["all", "api"]);
    assert.deepEqual(zones("/apis"), ["all"]);
  });

  it("the paths of rules are told once each", () => {
    const rules = [
      rule("all", 1, 1),
      rule("login", 1, 1, { pathPrefixes: ["/auth/login", "/auth/"] }),
      rule("auth", 1, 1, { pathPrefixes: ["/auth/"] }),
    ];
    assert.deepEqual(rulePaths(rules), ["/auth/login", "/auth/"]);
  });

  it("a rule holds on a host whose routes do not cover its path, though another's do", () => {
    const spec = {
      ...bare,
      hosts: [
        { host: "shop.test", service: "web" },
        { host: "api.shop.test", service: "api" },
      ],
      routes: [route("/auth/*", { host: "api.shop.test", service: "api" })],
      waf: { ...bare.waf, rateRules: [rule("login", 1, 1, { pathPrefixes: ["/auth/login"], burst: 5 })] },
    };
    for (const server of serversOf(configOf(spec)).slice(1)) {
      for (const path of ["/auth/login", "/auth/login/x"]) {
        const lines = locationFor(server, path)?.lines ?? [];
        assert.ok(lines.includes("limit_req zone=rate_login burst=5 nodelay;"), `${server.name}${path}`);
      }
    }
  });

  it("an exact route does not take over the narrower path of a rule", () => {
    const rateRules = [rule("login", 1, 1, { pathPrefixes: ["/auth/login"], burst: 5 })];
    const routes = [route("/auth", { service: "api" }), route("/auth/login", { service: "api" })];
    const told = (paths: typeof routes) => {
      const server = serversOf(configOf({ ...bare, routes: paths, waf: { ...bare.waf, rateRules } }))[1];
      assert.ok(server !== undefined);
      return ["/auth", "/auth/login", "/auth/login/x"].map((path) => {
        const { kind, lines = [] } = locationFor(server, path) ?? {};
        return [
          kind,
          /proxy_pass http:\/\/(\w+)/.exec(lines.join())?.[1],
          lines.some((line) => line.startsWith("limit_req")),
        ];
      });
    };
    assert.deepEqual(told(routes.slice(0, 1)), [
      ["exact", "api", false],
      ["prefix", "web", true],
      ["prefix", "web", true],
    ]);
    assert.deepEqual(told(routes)[1], ["exact", "api", true]);
    assert.deepEqual(told(routes)[2], ["prefix", "web", true]);
  });

  it("a narrower path has a location of its own, of the same service, in which wider rules hold too", () => {
    const rateRules = [
      rule("api", 10, 1, { pathPrefixes: ["/api/"], burst: 20 }),
      rule("login", 1, 1, { pathPrefixes: ["/api/login"], burst: 5 }),
    ];
    const spec = { ...bare, routes: [route("/api/*", { service: "api" })], waf: { ...bare.waf, rateRules } };
    const server = serversOf(configOf(spec))[1];
    assert.ok(server !== undefined);
    const limits = (path: string) => locationFor(server, path)?.lines.filter((line) => /limit_req|_pass/.test(line));
    const api = "proxy_pass http://api;";
    assert.deepEqual(limits("/api/login"), [
      "limit_req zone=rate_api burst=20 nodelay;",
      "limit_req zone=rate_login burst=5 nodelay;",
      api,
    ]);
    assert.deepEqual(limits("/api/users"), ["limit_req zone=rate_api burst=20 nodelay;", api]);
    assert.deepEqual(limits("/"), ["proxy_pass http://web;"]);
  });
});
