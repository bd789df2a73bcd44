import assert from "node:assert/strict";
import { setTimeout } from "node:timers/promises";
import { gunzipSync } from "node:zlib";
import { bare } from "../components/kubernetes/edge/specs";
import { ask } from "./support/ask";
import { needsNginx, type PlayedEdge, play, stopAll } from "./support/edges";

const host = "shop.test";
const cors = {
  origins: ["https://shop.test", "https://admin.shop.test"],
  credentials: true,
  methods: ["GET", "PUT"],
  headers: ["Authorization"],
  maxAgeSeconds: 600,
};

describe("the edge on nginx: headers", () => {
  let edge: PlayedEdge["edge"];
  before(async function () {
    needsNginx(this);
    const waf = {
      ...bare.waf,
      droppedHeaders: ["X-Original-URL", "x-forwarded-host"],
      deniedExtensions: [".php", "sh"],
    };
    ({ edge } = await play({ waf, cors, compression: true }));
  });
  after(stopAll);

  it("say who asked, by what host, and that it was by TLS", async () => {
    const { seen } = await ask(edge, { host: "SHOP.test:443", client: "198.51.100.7" });
    assert.deepEqual(seen?.headers, {
      host,
      "x-real-ip": "198.51.100.7",
      "x-forwarded-for": "198.51.100.7",
      "x-forwarded-proto": "https",
    });
  });

  it("that are dropped never arrive, nor those that say where a client came in", async () => {
    const names = ["X-Original-URL", "X-Forwarded-Host", "X-Forwarded-Port", "X-Forwarded-Prefix", "Proxy"];
    const headers = Object.fromEntries(names.map((name) => [name, "forged.test"]));
    const { seen } = await ask(edge, { host, headers: { ...headers, X_Forwarded_Host: "forged.test", "X-Kept": "1" } });
    assert.equal(seen?.headers["x-kept"], "1");
    assert.ok(!JSON.stringify(seen?.headers).includes("forged.test"));
  });

  it("of 16 KiB pass both ways: a long cookie, and a long Set-Cookie", async () => {
    for (const bytes of [3900, 5000, 15_000]) {
      const { status, headers } = await ask(edge, { host, path: `/?cookie=${bytes}` });
      assert.deepEqual([status, headers["set-cookie"]?.[0]?.length], [200, bytes + "session=".length]);
    }
    for (const bytes of [9000, 15_000]) {
      const { status, seen } = await ask(edge, { host, headers: { Cookie: `s=${"c".repeat(bytes)}` } });
      assert.deepEqual([status, seen?.headers.cookie?.length], [200, bytes + 2]);
    }
  });

  it("of a request that are too large are refused, not passed on", async () => {
    const { status } = await ask(edge, { host, headers: { Cookie: "c".repeat(20_000) } });
    assert.equal(status, 400);
  });

  it("answer a browser's question for our origins alone, before the service hears of it", async () => {
    const preflight = (origin: string) =>
      ask(edge, { host, method: "OPTIONS", headers: { Origin: origin, "Access-Control-Request-Method": "PUT" } });
    const ours = await preflight("https://admin.shop.test");
    assert.equal(ours.status, 204);
    assert.equal(ours.headers["access-control-allow-origin"], "https://admin.shop.test");
    assert.equal(ours.headers["access-control-allow-credentials"], "true");
    assert.equal(ours.headers["access-control-allow-methods"], "GET, PUT");
    const theirs = await preflight("https://evil.test");
    assert.equal(theirs.seen?.method, "OPTIONS");
    assert.equal(theirs.headers["access-control-allow-origin"], undefined);
  });

  it("let other origins read answers and errors, and no service says otherwise", async () => {
    const headers = { Origin: "https://shop.test" };
    for (const path of ["/", "/?status=500", "/a.php", "/?header.Access-Control-Allow-Origin=*"]) {
      const answer = await ask(edge, { host, path, headers });
      assert.equal(answer.headers["access-control-allow-origin"], "https://shop.test", path);
      assert.ok(answer.headers.vary?.includes("Origin"), path);
    }
  });

  it("paths with a refused ending are refused, queries are not", async () => {
    const refused = ["/a.php", "/A.PHP", "/b/c.sh?x=1", "/a%2Ephp", "/x/../a.php"];
    for (const path of refused) assert.equal((await ask(edge, { host, path })).status, 403, path);
    for (const path of ["/a?file=b.php", "/a.phpx", "/a.php/b", "/sh"]) {
      assert.equal((await ask(edge, { host, path })).status, 200, path);
    }
  });

  it("compress text for who reads it, and say so to every cache", async () => {
    const path = "/?bytes=3000&type=text/css";
    const packed = await ask(edge, { host, path, headers: { "Accept-Encoding": "gzip" } });
    assert.equal(packed.headers["content-encoding"], "gzip");
    assert.equal(gunzipSync(packed.body).length, 3000);
    const plain = await ask(edge, { host, path });
    assert.deepEqual([plain.headers["content-encoding"], plain.body.length], [undefined, 3000]);
    for (const { headers } of [packed, plain]) assert.ok(headers.vary?.includes("Accept-Encoding"));
    const picture = await ask(edge, {
      host,
      path: "/?bytes=3000&type=image/png",
      headers: { "Accept-Encoding": "gzip" },
    });
    assert.equal(picture.headers["content-encoding"], undefined);
  });

  it("the log has the path that was asked for, and no query", async () => {
    await ask(edge, { host, path: "/logged/page?token=secret", client: "198.51.100.77" });
    // nginx writes a request down after it has answered it.
    const lineOf = () => edge.log().find(({ address }) => address === "198.51.100.77");
    for (let i = 0; i < 100 && lineOf() === undefined; i++) await setTimeout(20);
    const line = lineOf();
    assert.deepEqual([line?.path, line?.host, line?.status], ["/logged/page", host, 200]);
    assert.ok(!JSON.stringify(line).includes("secret"));
  });
});
