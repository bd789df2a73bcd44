import assert from "node:assert/strict";
import { bare, configOf, locationFor, route, serverOf, serversOf } from "./specs";

const { waf } = bare;

describe("kubernetes locations of nginx", () => {
  it("the own routes of a host, those of all hosts, and its default, by the longest path", () => {
    const spec = {
      hosts: [
        { host: "shop.test", service: "web" },
        { host: "api.shop.test", service: "api" },
      ],
      routes: [
        route("/a/*"),
        route("/a/b/*", { service: "api" }),
        route("/a/*", { host: "api.shop.test", service: "api", cache: { kind: "none" } }),
      ],
    };
    const told = serversOf(configOf({ ...bare, ...spec })).map(({ name, locations }) => [
      name,
      ...locations.map(({ path, lines }) => `${path} ${/proxy_pass http:\/\/(\w+)/.exec(lines.join())?.[1] ?? ""}`),
    ]);
    assert.deepEqual(told.slice(1), [
      ["shop.test", "/a/b/ api", "/a/b web", "/a/ web", "/a web", "/ web"],
      ["api.shop.test", "/a/b/ api", "/a/b api", "/a/ api", "/a api", "/ api"],
    ]);
  });

  it("a path without a star is that path and no other", () => {
    const server = serverOf({ routes: [route("/auth", { service: "api" }), route("/*")] });
    assert.equal(locationFor(server, "/auth")?.kind, "exact");
    assert.equal(locationFor(server, "/auth/login")?.path, "/");
  });

  it("a prefix without its last slash is not redirected, but goes where the other routes say", () => {
    const server = serverOf({ routes: [route("/api/*", { service: "api" })] });
    const { kind, lines = [] } = locationFor(server, "/api") ?? {};
    assert.equal(kind, "exact");
    assert.ok(lines.includes("proxy_pass http://web;"));
  });

  it("a route of the first page alone stands beside the one of all pages", () => {
    const server = serverOf({ routes: [route("/", { service: "api" }), route("/*", { timeoutSeconds: 7 })] });
    assert.ok(locationFor(server, "/")?.lines.includes("proxy_pass http://api;"));
    assert.ok(locationFor(server, "/x")?.lines.includes("proxy_read_timeout 7s;"));
  });

  it("has each location once where a route, a redirect and an error page have the same path", () => {
    const server = serverOf({
      routes: [route("/a"), route("/b"), route("/c/*")],
      redirects: [
        { from: "/a", to: "/x", permanent: true },
        { from: "/c", to: "/y", permanent: true },
        { from: "/b", to: "/y", permanent: true },
        { from: "/b", to: "/z", permanent: false },
      ],
      errorPages: { "500": "/a", "502": "/a", "503": "/b" },
    });
    const keys = server.locations.map(({ kind, path }) => `${kind} ${path}`);
    assert.deepEqual(keys, [...new Set(keys)]);
    assert.deepEqual(locationFor(server, "/a")?.lines, ['return 301 "/x$is_args$args";']);
    assert.deepEqual(locationFor(server, "/b")?.lines, ['return 302 "/z$is_args$args";']);
    assert.deepEqual(locationFor(server, "/c")?.lines, ['return 301 "/y$is_args$args";']);
    assert.ok(locationFor(server, "/-/errors/a")?.lines.includes("rewrite ^ /a break;"));
  });

  it("an exact path with a refused ending is refused too", () => {
    const server = serverOf({
      routes: [route("/a.PHP"), route("/b.php/*")],
      waf: { ...waf, deniedExtensions: [".php"] },
    });
    assert.deepEqual(locationFor(server, "/a.PHP")?.lines, ["return 403;"]);
    assert.deepEqual(locationFor(server, "/b.php")?.lines, ["return 403;"]);
  });
});
