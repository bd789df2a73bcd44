import assert from "node:assert/strict";
import { Agent, get, request } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { bare, route } from "../components/kubernetes/edge/specs";
import { ask, heard, newClient, open } from "./support/ask";
import { needsNginx, type PlayedEdge, play, stopAll } from "./support/edges";

const host = "shop.test";
const upgrade = ["Connection: Upgrade", "Upgrade: websocket"];

describe("the edge on nginx: connections", () => {
  let played: PlayedEdge;
  before(async function () {
    needsNginx(this);
    played = await play({
      compression: true,
      waf: {
        ...bare.waf,
        maxBodyMiB: 1,
        rateRules: [{ name: "live", pathPrefixes: ["/live/few"], requests: 1, perSeconds: 60, burst: 1 }],
      },
      routes: [
        route("/live/*", { websocket: true, timeoutSeconds: 1 }),
        route("/slow/*", { timeoutSeconds: 1 }),
        route("/patient/*", { timeoutSeconds: 3 }),
        route("/stream/*", { streaming: true, timeoutSeconds: 1 }),
      ],
    });
  });
  after(stopAll);

  it("a websocket passes, at the path that was asked for, and lives past the time of pages while it is idle", async () => {
    const socket = await open(played.edge, [`GET /live/a%20b?x=1 HTTP/1.1`, `Host: ${host}`, ...upgrade]);
    const head = await heard(socket);
    assert.match(head, /^HTTP\/1\.1 101 /);
    assert.match(head, /X-Url: \/live\/a%20b\?x=1\r/);
    assert.match(head, /Strict-Transport-Security: /);
    await pause(1500);
    socket.write("still here");
    assert.equal(await heard(socket), "still here");
    socket.destroy();
  });

  it("a page at a websocket's path has its own time", async () => {
    assert.equal((await ask(played.edge, { host, path: "/live/page?wait=1500" })).status, 504);
    assert.equal((await ask(played.edge, { host, path: "/live/page" })).status, 200);
  });

  it("websockets count for the rates of their path", async () => {
    const client = newClient();
    const heads: string[] = [];
    for (let i = 0; i < 3; i += 1) {
      const head = ["GET /live/few HTTP/1.1", `Host: ${host}`, `X-Forwarded-For: ${client}`, ...upgrade];
      const socket = await open(played.edge, head);
      heads.push((await heard(socket)).slice(9, 12));
      socket.destroy();
    }
    assert.deepEqual(heads, ["101", "101", "429"]);
  });

  it("nothing else is upgraded: no websocket elsewhere, no other protocol", async () => {
    for (const lines of [
      ["GET / HTTP/1.1", `Host: ${host}`, ...upgrade, "Connection: close"],
      ["GET /live/x HTTP/1.1", `Host: ${host}`, "Connection: close, Upgrade, HTTP2-Settings", "Upgrade: h2c"],
    ]) {
      const socket = await open(played.edge, lines);
      const answer = await heard(socket);
      assert.match(answer, /^HTTP\/1\.1 200 /);
      assert.ok(!answer.includes('"upgrade"'));
      socket.destroy();
    }
    assert.equal((await ask(played.edge, { host, path: "/-/websocket/below/live/" })).status, 404);
  });

  it("a stream arrives as it comes, compressed or not", async () => {
    for (const headers of [{ "Accept-Encoding": "identity" }, { "Accept-Encoding": "gzip" }]) {
      const path = "/stream/x?chunks=4&gap=100&type=text/html";
      const { status, pieces } = await ask(played.edge, { host, path, headers });
      assert.equal(status, 200);
      assert.ok(pieces.length >= 4, `${pieces.length} pieces`);
      assert.ok((pieces.at(-1) ?? 0) - (pieces[0] ?? 0) >= 200);
    }
  });

  it("each route waits as long as it says, and no longer", async () => {
    const began = performance.now();
    assert.equal((await ask(played.edge, { host, path: "/slow/x?wait=5000" })).status, 504);
    assert.ok(performance.now() - began < 3000);
    assert.equal((await ask(played.edge, { host, path: "/patient/x?wait=1500" })).status, 200);
  });

  it("many requests share few connections to a service", async () => {
    const web = played.services.web;
    assert.ok(web !== undefined);
    const { requests, connections } = web.counts;
    for (let i = 0; i < 100; i += 1) await ask(played.edge, { host });
    assert.equal(web.counts.requests - requests, 100);
    assert.ok(web.counts.connections - connections <= 20, `${web.counts.connections - connections} connections`);
  });

  it("a Gateway may keep a connection that is idle", async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const once = () =>
      new Promise<string | undefined>((done, fail) => {
        const asked = get({ agent, host: "127.0.0.1", port: played.edge.port, headers: { Host: host } }, (response) =>
          response.resume().on("end", () => done(response.headers.connection)),
        );
        asked.on("error", fail);
      });
    assert.deepEqual([await once(), await once()], ["keep-alive", "keep-alive"]);
    agent.destroy();
  });

  it("a body of the largest size passes, a larger one is refused, of unknown length too", async () => {
    const mebibyte = Buffer.alloc(1024 * 1024);
    const largest = await ask(played.edge, { host, method: "POST", body: mebibyte });
    assert.deepEqual([largest.status, largest.seen?.bodyBytes], [200, mebibyte.length]);
    const larger = Buffer.alloc(mebibyte.length + 1);
    assert.equal((await ask(played.edge, { host, method: "POST", body: larger })).status, 413);
    const chunked = { "Transfer-Encoding": "chunked" };
    assert.equal((await ask(played.edge, { host, method: "POST", body: larger, headers: chunked })).status, 413);
  });

  it("only so many large bodies are taken at a time, of one client and of all; small ones always", async () => {
    const begun: ReturnType<typeof request>[] = [];
    const half = (client: string) => {
      const asked = request({
        host: "127.0.0.1",
        port: played.edge.port,
        method: "POST",
        agent: false,
        headers: { Host: host, "X-Forwarded-For": client, "Content-Length": 200_000 },
      });
      asked.on("error", () => {});
      asked.write("half");
      begun.push(asked);
    };
    const full = (client: string) => ask(played.edge, { host, method: "POST", client, body: Buffer.alloc(150_000) });
    const one = newClient();
    for (let i = 0; i < 8; i += 1) half(one);
    await pause(300);
    assert.equal((await full(one)).status, 503);
    assert.equal((await full(newClient())).status, 200);
    assert.equal((await ask(played.edge, { host, method: "POST", client: one, body: "small" })).status, 200);
    for (let i = 0; i < 24; i += 1) half(newClient());
    await pause(300);
    assert.equal((await full(newClient())).status, 503);
    for (const asked of begun) asked.destroy();
  });
});
