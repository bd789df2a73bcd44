import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import { gunzipSync } from "node:zlib";
import { route } from "../components/kubernetes/edge/specs";
import { type Answer, ask } from "./support/ask";
import { needsNginx, type PlayedEdge, play, stopAll } from "./support/edges";

const host = "shop.test";
const forEver = "public, max-age=31536000, immutable";

describe("the edge on nginx: the cache", () => {
  let played: PlayedEdge;
  before(async function () {
    needsNginx(this);
    played = await play({
      compression: true,
      hosts: [
        { host, service: "web" },
        { host: "www.shop.test", service: "web" },
      ],
      routes: [
        route("/static/*", { cache: { kind: "static", maxAgeSeconds: 31_536_000, immutable: true } }),
        route("/short/*", { cache: { kind: "static", maxAgeSeconds: 1, immutable: false } }),
        route("/api/*", { service: "api", cache: { kind: "none" } }),
      ],
    });
  });
  after(stopAll);

  const get = (path: string, headers: Record<string, string> = {}): Promise<Answer> =>
    ask(played.edge, { host, path, headers });
  const asked = () => played.services.web?.counts.requests ?? 0;

  it("keeps a static file, and tells browsers to", async () => {
    const before = asked();
    for (let i = 0; i < 5; i += 1) {
      assert.equal((await get("/static/a.js?bytes=2000&type=text/css")).headers["cache-control"], forEver);
    }
    assert.equal(asked() - before, 1);
    await ask(played.edge, { host: "www.shop.test", path: "/static/a.js?bytes=2000&type=text/css" });
    assert.equal(asked() - before, 2, "each host for itself");
  });

  it("no answer but the file itself is kept by browsers", async () => {
    for (const status of [301, 302, 307, 400, 403, 404, 410, 500, 502, 503]) {
      const path = `/static/gone.js?status=${status}&header.Location=/x&header.Cache-Control=public,max-age=99`;
      const first = await get(path);
      assert.deepEqual([first.status, first.headers["cache-control"]], [status, "no-store"]);
      const before = asked();
      await get(path);
      assert.equal(asked() - before, 1, `${status} is not kept here either`);
    }
    for (const status of [200, 206]) {
      const { headers } = await get("/static/b.js?bytes=500", status === 206 ? { Range: "bytes=0-9" } : {});
      assert.equal(headers["cache-control"], forEver);
    }
  });

  it("holds no cookie, and takes none from a service", async () => {
    for (let i = 0; i < 2; i += 1) {
      const { status, headers } = await get("/static/c.js?cookie=20");
      assert.deepEqual([status, headers["set-cookie"]], [200, undefined]);
    }
  });

  it("gives each client what it can read, whichever came first", async () => {
    const path = "/static/d.css?bytes=4000&type=text/css&packs=1";
    const packed = await get(path, { "Accept-Encoding": "gzip" });
    assert.equal(gunzipSync(packed.body).length, 4000);
    const plain = await get(path);
    assert.deepEqual([plain.headers["content-encoding"], plain.body.length], [undefined, 4000]);
    for (const { headers } of [packed, plain]) assert.equal(headers.vary, "Accept-Encoding");
  });

  it("answers by what it has when the service fails", async () => {
    const path = "/short/e.js?bytes=100&type=text/css";
    assert.equal((await get(path)).status, 200);
    await pause(1500); // no longer fresh
    await played.services.web?.close();
    const { status, body } = await get(path);
    assert.deepEqual([status, body.length], [200, 100]);
    const never = await get("/short/f.js");
    assert.deepEqual([never.status, never.headers["cache-control"]], [502, "no-store"]);
  });

  it("is not for an API, whatever it says", async () => {
    const path = "/api/x?header.Cache-Control=public,max-age=60";
    const before = played.services.api?.counts.requests ?? 0;
    for (let i = 0; i < 3; i += 1) assert.equal((await get(path)).headers["cache-control"], "no-store");
    assert.equal((played.services.api?.counts.requests ?? 0) - before, 3);
  });
});
