import assert from "node:assert/strict";
import { behaviors } from "../../../../components/aws/edge/behaviors";
import { errorPages, pagesOfBucket } from "../../../../components/aws/edge/error-pages";
import { rateWindow } from "../../../../components/aws/edge/rate-window";
import { bodyPattern, extensionPatterns, numberAbove } from "../../../../components/aws/edge/waf-patterns";
import type { CacheSpec, RouteSpec } from "../../../../components/contract";

const none: CacheSpec = { kind: "none" };
const origin: CacheSpec = { kind: "origin" };
const year: CacheSpec = { kind: "static", maxAgeSeconds: 31_536_000, immutable: true };

function route(path: string, cache: CacheSpec, more: Partial<RouteSpec> = {}): RouteSpec {
  return { path, cache, service: "web", timeoutSeconds: 30, websocket: false, streaming: false, ...more };
}

describe("aws rate windows", () => {
  const rates: [requests: number, perSeconds: number, limit: number, window: number][] = [
    [10, 1, 600, 60],
    [1, 1, 60, 60],
    [5, 60, 25, 300],
    [1000, 900, 666, 600],
    [1, 10, 12, 120],
    [100, 300, 100, 300],
    [100, 600, 100, 600],
    [1, 3600, 10, 600],
  ];
  for (const [requests, perSeconds, limit, evaluationWindowSec] of rates) {
    it(`${requests} in ${perSeconds} s are ${limit} in ${evaluationWindowSec} s`, () => {
      assert.deepEqual(rateWindow({ requests, perSeconds }), { limit, evaluationWindowSec });
    });
  }
});

describe("aws body limit", () => {
  for (const limit of [16_777_216, 9_999, 1_000_000, 5, 1_048_576]) {
    it(`numbers above ${limit}, and no others`, () => {
      const pattern = new RegExp(numberAbove(String(limit)));
      for (const number of [0, 1, limit - 1, limit]) assert.ok(!pattern.test(String(number)), String(number));
      for (const number of [limit + 1, limit + 7, limit + 1000, limit * 2, limit * 10, limit * 99]) {
        assert.ok(pattern.test(String(number)), String(number));
        assert.ok(pattern.test(`000${number}`), `000${number}`);
      }
    });
  }

  it("of 16 MiB, the default, fits a pattern of AWS WAF", () => {
    assert.ok(bodyPattern(16).length <= 200);
  });
});

describe("aws patterns of denied extensions", () => {
  it("are one where it fits", () => {
    assert.deepEqual(extensionPatterns([".php", ".ASP"]), ["(\\.php|\\.asp)$"]);
    assert.deepEqual(extensionPatterns([]), []);
  });

  it("are several of at most 200 characters, which together deny the same", () => {
    const extensions = Array.from({ length: 60 }, (_, i) => `.ext${i}`);
    const patterns = extensionPatterns(extensions);
    assert.ok(patterns.length > 1 && patterns.every((pattern) => pattern.length <= 200));
    for (const extension of extensions) {
      assert.equal(patterns.filter((pattern) => new RegExp(pattern).test(`/a${extension}`)).length, 1, extension);
    }
  });
});

describe("aws cache behaviors", () => {
  it("the longest path first, an exact one before one with a star", () => {
    const order = behaviors(["/*", "/a/*", "/a", "/a/b/*", "/", "/b/*"].map((path) => route(path, none)));
    assert.deepEqual(
      order.map(({ pathPattern }) => pathPattern),
      ["/a/b/*", "/b/*", "/a/*", "/a", "/", "*"],
    );
  });

  it("one path on two hosts has the most careful cache and the longest patience", () => {
    assert.deepEqual(
      behaviors([
        route("/*", origin, { host: "shop.example" }),
        route("/*", none, { host: "api.shop.example", service: "api", timeoutSeconds: 60 }),
        route("/static/*", year, { bucket: "assets" }),
      ]),
      [
        { pathPattern: "/static/*", cache: year, bucket: "assets", timeoutSeconds: 30 },
        { pathPattern: "*", cache: none, bucket: undefined, timeoutSeconds: 60 },
      ],
    );
  });

  it("a bucket can't answer for all paths, since it would list what it holds", () => {
    assert.throws(() => behaviors([route("/*", year, { bucket: "assets" })]), {
      message: 'a route of "/*" is answered by the bucket "assets"',
    });
  });

  it("an error page of the edge comes from its bucket, whatever routes are below", () => {
    const order = behaviors([route("/*", none), route("/50*", year)], { edgePages: ["/50x.html"] });
    assert.deepEqual(
      order.map(({ pathPattern, bucket }) => [pathPattern, bucket]),
      [
        ["/50x.html", "error-pages"],
        ["/50*", undefined],
        ["*", undefined],
      ],
    );
  });

  it("a bucket that one host alone has can't answer for the path", () => {
    const [only] = behaviors([
      route("/files/*", year, { bucket: "assets" }),
      route("/files/*", year, { host: "api.shop.example" }),
    ]);
    assert.equal(only?.bucket, undefined);
  });
});

describe("aws error pages", () => {
  const pages = { "404": "/404.html", "500": "/50x.html", "502": "/50x.html", "503": "/50x.html", "504": "/50x.html" };
  const codes = (routes: RouteSpec[]) => errorPages({ errorPages: pages, routes }).map(({ errorCode }) => errorCode);

  it("only the edge's own errors where there is an API", () => {
    assert.deepEqual(codes([route("/api/*", none), route("/*", origin)]), [502, 503, 504]);
  });

  it("all of them where there is none", () => {
    assert.deepEqual(codes([route("/*", origin)]), [404, 500, 502, 503, 504]);
  });

  it("the edge's own come from a bucket, each path once", () => {
    assert.deepEqual(pagesOfBucket({ errorPages: pages }), ["/50x.html"]);
    assert.deepEqual(pagesOfBucket({ errorPages: { "404": "/404.html" } }), []);
  });

  it("a page keeps the status, and is not kept itself", () => {
    assert.deepEqual(errorPages({ errorPages: { "503": "/50x.html" }, routes: [] }), [
      { errorCode: 503, responseCode: 503, responsePagePath: "/50x.html", errorCachingMinTtl: 10 },
    ]);
  });
});
