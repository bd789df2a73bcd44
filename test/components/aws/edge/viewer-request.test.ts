import assert from "node:assert/strict";
import { transformSync } from "esbuild";
import { type ViewerRequestArgs, viewerRequestCode } from "../../../../components/aws/edge/viewer-request";

interface Value {
  value: string;
  multiValue?: { value: string }[];
}

interface Request {
  method: string;
  uri: string;
  querystring: Record<string, Value>;
  headers: Record<string, Value>;
}

const nothing: ViewerRequestArgs = {
  redirects: [],
  waf: {
    managedRules: true,
    rateRules: [],
    maxBodyMiB: 16,
    deniedExtensions: [],
    droppedHeaders: [],
    deniedCountries: [],
    deniedCidrs: [],
  },
};

const everything: ViewerRequestArgs = {
  redirects: [
    { from: "/home", to: "/", permanent: true },
    { from: "/sale", to: "/offers", permanent: false },
  ],
  waf: { ...nothing.waf, droppedHeaders: ["X-Forwarded-Host", "X-Original-URL"] },
  cors: {
    origins: ["https://shop.example"],
    credentials: true,
    methods: ["GET", "POST"],
    headers: ["Authorization", "Content-Type"],
    maxAgeSeconds: 600,
  },
};

/** Runs the function as CloudFront does, on a request that it may change. */
function handle(request: Partial<Request>, args = everything): Record<string, unknown> {
  const code = viewerRequestCode(args);
  const handler: (event: { request: Request }) => Record<string, unknown> = new Function(`${code}; return handler;`)();
  const given: Request = { method: "GET", uri: "/", querystring: {}, headers: {}, ...request };
  return JSON.parse(JSON.stringify(handler({ request: given })));
}

describe("aws viewer request function", () => {
  it("leaves nothing of what a client says of its own address", () => {
    const headers = {
      "x-forwarded-for": { value: "203.0.113.9" },
      forwarded: { value: "for=203.0.113.9" },
      accept: { value: "*/*" },
    };
    assert.deepEqual(handle({ headers }, nothing).headers, { accept: { value: "*/*" } });
  });

  it("is written in the ECMAScript that CloudFront runs", () => {
    const code = viewerRequestCode(everything);
    assert.doesNotThrow(() => transformSync(code, { target: "es5" }));
    assert.doesNotMatch(code, /=>|`|\b(let|const|class)\b|\.\.\./);
    // esbuild refuses what can't be written in ES5, so that the first assertion says something.
    assert.throws(() => transformSync("for (const a of b) a();", { target: "es5" }));
  });

  it("fits the 10 KB that CloudFront takes", () => {
    assert.ok(Buffer.byteLength(viewerRequestCode(everything)) < 10_240);
  });

  it("redirects for ever or for now", () => {
    assert.deepEqual(handle({ uri: "/home" }), {
      statusCode: 301,
      statusDescription: "Moved Permanently",
      headers: { location: { value: "/" } },
    });
    assert.equal(handle({ uri: "/sale" }).statusCode, 302);
  });

  it("takes the query along", () => {
    const querystring = { a: { value: "1", multiValue: [{ value: "1" }, { value: "2" }] }, b: { value: "" } };
    assert.deepEqual(handle({ uri: "/home", querystring }).headers, { location: { value: "/?a=1&a=2&b" } });
  });

  it("puts the query behind the target's own and before its fragment", () => {
    const redirects = [{ from: "/old", to: "/new?from=old#top", permanent: true }];
    const answer = handle({ uri: "/old", querystring: { a: { value: "1" } } }, { ...nothing, redirects });
    assert.deepEqual(answer.headers, { location: { value: "/new?from=old&a=1#top" } });
  });

  it("redirects nothing that is merely like it", () => {
    for (const uri of ["/home/", "/homes", "/constructor", "/__proto__"]) assert.equal(handle({ uri }).uri, uri);
  });

  it("drops headers that must not reach the application", () => {
    const headers = {
      "x-forwarded-host": { value: "evil.example" },
      "x-original-url": { value: "/admin" },
      accept: { value: "*/*" },
    };
    assert.deepEqual(handle({ headers }).headers, { accept: { value: "*/*" } });
  });

  describe("before a cross-origin call", () => {
    const question = (origin: string) => ({
      method: "OPTIONS",
      uri: "/api/cart",
      headers: { origin: { value: origin }, "access-control-request-method": { value: "POST" } },
    });

    it("answers the browser", () => {
      assert.deepEqual(handle(question("https://shop.example")), {
        statusCode: 204,
        statusDescription: "No Content",
        headers: {
          "access-control-allow-methods": { value: "GET, POST" },
          "access-control-allow-headers": { value: "Authorization, Content-Type" },
          "access-control-max-age": { value: "600" },
          "access-control-allow-credentials": { value: "true" },
          vary: { value: "Origin" },
          "access-control-allow-origin": { value: "https://shop.example" },
        },
      });
    });

    it("refuses another origin", () => assert.equal(handle(question("https://evil.example")).statusCode, 403));

    it("leaves other questions to the application", () => {
      assert.equal(handle({ ...question("https://shop.example"), method: "GET" }).uri, "/api/cart");
      assert.equal(handle({ method: "OPTIONS", uri: "/api/cart" }).uri, "/api/cart");
    });
  });
});
