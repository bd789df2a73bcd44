import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { EdgeSpec } from "../../../../components/contract";
import { bare, configOf, locationFor, route, serverOf, serversOf } from "./specs";

const { waf } = bare;

/** The lines that a change adds to the configuration. */
function added(spec: Partial<EdgeSpec>): string[] {
  const without = new Set(configOf(bare).split("\n"));
  return configOf({ ...bare, ...spec })
    .split("\n")
    .filter((line) => !without.has(line))
    .map((line) => line.trim());
}

describe("kubernetes nginx configuration", () => {
  it("of a small edge is this text", () => {
    const small: EdgeSpec = {
      ...bare,
      routes: [
        route("/static/*", { cache: { kind: "static", maxAgeSeconds: 3600, immutable: false }, timeoutSeconds: 10 }),
        route("/api/*", { service: "api", cache: { kind: "none" }, timeoutSeconds: 60, streaming: true }),
      ],
      redirects: [{ from: "/old", to: "https://shop.test/new", permanent: true }],
      headers: { ...bare.headers, contentSecurityPolicy: "default-src 'self'" },
      waf: {
        ...waf,
        rateRules: [{ name: "api", pathPrefixes: ["/api/"], requests: 10, perSeconds: 1, burst: 20 }],
        deniedExtensions: [".php", ".sh"],
        droppedHeaders: ["X-Forwarded-Host", "X-Original-URL"],
        deniedCidrs: ["192.0.2.0/24"],
      },
      errorPages: { "404": "/404.html", "502": "/50x.html" },
    };
    assert.equal(configOf(small), readFileSync(join(__dirname, "small.nginx.conf"), "utf8"));
  });

  it("answers probes, and nobody who asks for another host", () => {
    const [first, ...others] = serversOf(configOf(bare));
    assert.deepEqual(first?.lines, [
      "listen 8080 default_server;",
      "server_name _;",
      "access_log off;",
      'add_header Strict-Transport-Security "max-age=63072000; includeSubDomains" always;',
      'add_header X-Content-Type-Options "nosniff" always;',
      'add_header X-Frame-Options "DENY" always;',
      'add_header Referrer-Policy "no-referrer" always;',
    ]);
    assert.deepEqual(
      first?.locations.map(({ kind, path, lines }) => [kind, path, lines]),
      [
        ["exact", "/-/healthy", ['default_type text/plain; return 200 "healthy\\n";']],
        ["prefix", "/", ["return 404;"]],
      ],
    );
    assert.deepEqual(
      others.map(({ name }) => name),
      ["shop.test"],
    );
  });

  it("writes to the mounted directories only", () => {
    const paths = configOf(bare).match(/(?<=_temp_path |_cache_path |pid |_log )\S+/g) ?? [];
    const files = paths.map((path) => path.replace(/;$/, "")).filter((path) => path !== "off");
    assert.ok(files.length >= 7);
    for (const file of files) assert.match(file, /^(\/tmp\/|\/var\/cache\/nginx\/|\/dev\/std)/);
  });

  it("answers of its own have the security headers too", () => {
    const server = serverOf({ waf: { ...waf, deniedCidrs: ["192.0.2.0/24"], deniedExtensions: [".php"] } });
    for (const name of ["Strict-Transport-Security", "X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy"]) {
      assert.ok(server.lines.some((line) => line.startsWith(`add_header ${name} "`) && line.endsWith('" always;')));
    }
    for (const { lines } of server.locations.filter((each) => each.lines.some((line) => line.startsWith("return")))) {
      assert.ok(!lines.some((line) => line.startsWith("add_header"))); // or it would have the server's no more
    }
  });

  it("has a group for each service that has a port, whose name is looked up while nginx runs", () => {
    const lines = configOf(bare)
      .split("\n")
      .map((line) => line.trim());
    const from = lines.indexOf("upstream web {");
    assert.deepEqual(lines.slice(from, from + 7), [
      "upstream web {",
      "zone web 64k;",
      "server web.shop-prod.svc.@cluster-domain@:3000 resolve max_fails=0;",
      "keepalive 32;",
      "keepalive_timeout 1s;",
      "keepalive_time 2s;",
      "}",
    ]);
    assert.ok(lines.includes("upstream api {") && lines.includes("resolver @resolvers@;"));
  });

  it("takes the address that the Gateway saw, or the one before the proxies that the stack trusts", () => {
    const trusts = (proxies?: string[]) =>
      configOf(bare, proxies)
        .split("\n")
        .filter((line) => line.includes("real_ip"))
        .map((line) => line.trim());
    const header = "real_ip_header X-Forwarded-For;";
    assert.deepEqual(trusts(), [
      "set_real_ip_from 0.0.0.0/0;",
      "set_real_ip_from ::/0;",
      header,
      "real_ip_recursive off;",
    ]);
    assert.deepEqual(trusts(["192.0.2.0/24"]), ["set_real_ip_from 192.0.2.0/24;", header, "real_ip_recursive on;"]);
  });

  it("static files are kept a day at most here, and in browsers as long as the route says", () => {
    const cache = { kind: "static", maxAgeSeconds: 31_536_000, immutable: true } as const;
    const lines = locationFor(serverOf({ routes: [route("/s/*", { cache })] }), "/s/a.js")?.lines ?? [];
    assert.ok(lines.includes("proxy_cache_valid 200 86400s;"));
    assert.ok(lines.includes('proxy_cache_key "$host $proxy_host$request_uri";'));
    assert.ok(lines.includes("add_header Cache-Control $static_31536000_immutable always;"));
    const told = '"public, max-age=31536000, immutable"';
    assert.ok(
      configOf({ ...bare, routes: [route("/s/*", { cache })] }).includes(
        `map $status $static_31536000_immutable { 200 ${told}; 206 ${told}; 304 ${told}; default no-store; }`,
      ),
    );
  });

  it("answers other origins by their names", () => {
    const cors = {
      origins: ["https://a.test", "https://b.test"],
      credentials: true,
      methods: ["GET", "PUT"],
      headers: ["Authorization", "Content-Type"],
      maxAgeSeconds: 600,
    };
    const rules = [
      "proxy_hide_header Access-Control-Allow-Origin;",
      "proxy_hide_header Access-Control-Allow-Credentials;",
      "proxy_hide_header Access-Control-Allow-Methods;",
      "proxy_hide_header Access-Control-Allow-Headers;",
      "proxy_hide_header Access-Control-Max-Age;",
      "add_header Access-Control-Allow-Origin $cors_origin always;",
      "add_header Access-Control-Allow-Credentials true always;",
      'add_header Access-Control-Allow-Methods "GET, PUT" always;',
      'add_header Access-Control-Allow-Headers "Authorization, Content-Type" always;',
      "add_header Access-Control-Max-Age 600 always;",
      "add_header Vary Origin always;",
    ];
    assert.deepEqual(added({ cors }), [
      "map $http_origin $cors_origin { default ''; https://a.test $http_origin; https://b.test $http_origin; }",
      'map "$request_method $cors_origin $http_access_control_request_method" $cors_preflight { default 0; "~^OPTIONS \\S+ \\S" 1; }',
      ...rules,
      "if ($cors_preflight) { return 204; }",
      ...rules,
    ]);
    const open = added({ cors: { ...cors, credentials: false } });
    assert.ok(!open.some((line) => line.startsWith("add_header Access-Control-Allow-Credentials")));
  });

  it("compresses text where it is asked for", () => {
    assert.deepEqual(added({ compression: true }), [
      "gzip on;",
      "gzip_comp_level 6;",
      "gzip_min_length 1024;",
      "gzip_vary on;",
      "gzip_proxied any;",
      "gzip_types text/plain text/css text/xml text/javascript application/json application/javascript application/xml application/rss+xml image/svg+xml;",
    ]);
  });

  it("redirects for now or for ever", () => {
    const redirects = [
      { from: "/a", to: "https://shop.test/b", permanent: true },
      { from: "/c", to: "https://shop.test/d", permanent: false },
    ];
    assert.deepEqual(added({ redirects }), [
      'location = /a { return 301 "https://shop.test/b$is_args$args"; }',
      'location = /c { return 302 "https://shop.test/d$is_args$args"; }',
    ]);
    assert.ok(configOf(bare).includes("  absolute_redirect off;"));
  });

  it("a redirect adds the query to the target's own, before its fragment", () => {
    const redirects = [
      { from: "/a", to: "/b?x=1#y", permanent: true },
      { from: "/c", to: "/d#y", permanent: true },
    ];
    assert.deepEqual(added({ redirects }), [
      "map $args $more_args { default &$args; '' ''; }",
      'location = /a { return 301 "/b?x=1$more_args#y"; }',
      'location = /c { return 301 "/d$is_args$args#y"; }',
    ]);
  });

  it("drops headers in every location", () => {
    const lines = added({ waf: { ...waf, droppedHeaders: ["X-Original-URL", "x-forwarded-host"] } });
    assert.deepEqual(lines, ["proxy_set_header X-Original-URL '';"]); // the other one is always dropped
  });

  it("names of hosts may be preloaded, and frames of the own origin allowed", () => {
    const headers = {
      ...bare.headers,
      hsts: { maxAgeSeconds: 60, includeSubDomains: false, preload: true },
      frameOptions: "SAMEORIGIN" as const,
    };
    assert.deepEqual(
      [...new Set(added({ headers }))],
      [
        'add_header Strict-Transport-Security "max-age=60; preload" always;',
        'add_header X-Frame-Options "SAMEORIGIN" always;',
      ],
    );
  });

  it("a service without a port is a mistake", () => {
    assert.throws(() => configOf({ ...bare, routes: [route("/w/*", { service: "worker" })] }), {
      message: 'a route names the service "worker", which has no port',
    });
  });
});
