import assert from "node:assert/strict";
import { transformSync } from "esbuild";
import { viewerResponseCode } from "../../../../components/aws/edge/viewer-response";
import type { CacheSpec, RouteSpec } from "../../../../components/contract";

const year: CacheSpec = { kind: "static", maxAgeSeconds: 31_536_000, immutable: true };
const immutable = "public, max-age=31536000, immutable";

function route(path: string, cache: CacheSpec, host?: string): RouteSpec {
  return { host, path, cache, service: "web", timeoutSeconds: 30, websocket: false, streaming: false };
}

/** A shop whose pages say themselves how long they are kept, and whose API is never kept. */
const routes = [
  route("/*", { kind: "origin" }, "shop.example"),
  route("/*", { kind: "none" }, "api.shop.example"),
  route("/auth", { kind: "none" }),
  route("/_next/static/*", year),
  route("/_next/static/own/*", { kind: "static", maxAgeSeconds: 60, immutable: false }),
];

interface Answer {
  statusCode: number;
  headers: Record<string, { value: string }>;
}

/** What a browser is told, by the function as CloudFront runs it. */
function told(url: string, statusCode = 200, origin?: string): string | undefined {
  const { host, pathname } = new URL(url);
  const code = viewerResponseCode({ routes });
  assert.ok(code !== undefined);
  const handler: (event: unknown) => Answer = new Function(`${code}; return handler;`)();
  const headers = origin === undefined ? {} : { "cache-control": { value: origin } };
  const request = { uri: pathname, headers: { host: { value: host } } };
  return handler({ request, response: { statusCode, headers } }).headers["cache-control"]?.value;
}

describe("aws viewer response function", () => {
  const rows: [what: string, url: string, status: number, origin: string | undefined, expected: string | undefined][] =
    [
      ["a file is kept for a year", "https://shop.example/_next/static/a.js", 200, undefined, immutable],
      ["whatever the origin says", "https://shop.example/_next/static/a.js", 200, "no-cache", immutable],
      ["a part of it too", "https://shop.example/_next/static/a.js", 206, undefined, immutable],
      ["the same of an unchanged one", "https://shop.example/_next/static/a.js", 304, undefined, immutable],
      ["a redirect is no file", "https://shop.example/_next/static/a.js", 302, "no-store", "no-store"],
      ["a narrower path wins", "https://shop.example/_next/static/own/a.js", 200, undefined, "public, max-age=60"],
      ["a page says it itself", "https://shop.example/offers", 200, "public, max-age=5", "public, max-age=5"],
      ["an API is not kept", "https://api.shop.example/cart", 200, "public, max-age=5", "no-store"],
      ["nor its redirects", "https://api.shop.example/cart", 303, undefined, "no-store"],
      ["an exact path is no beginning", "https://shop.example/author", 200, "private", "private"],
      ["an exact path", "https://shop.example/auth", 200, "private", "no-store"],
      ["a host that is written otherwise", "https://API.SHOP.example/cart", 200, undefined, "no-store"],
    ];
  for (const [what, url, status, origin, expected] of rows) {
    it(what, () => assert.equal(told(url, status, origin), expected));
  }

  it("is not there where all say it themselves", () => {
    assert.equal(viewerResponseCode({ routes: [route("/*", { kind: "origin" })] }), undefined);
  });

  it("is written in the ECMAScript that CloudFront runs", () => {
    const code = viewerResponseCode({ routes }) ?? "";
    assert.doesNotThrow(() => transformSync(code, { target: "es5" }));
    assert.doesNotMatch(code, /=>|`|\b(let|const|class)\b|\.\.\./);
  });
});
