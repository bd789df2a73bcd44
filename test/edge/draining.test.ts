import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import { route } from "../components/kubernetes/edge/specs";
import { ask, heard, open } from "./support/ask";
import { needsNginx, play, stopAll } from "./support/edges";

const host = "shop.test";

describe("the edge on nginx: its end", () => {
  before(function () {
    needsNginx(this);
  });
  afterEach(stopAll);

  it("comes when what was begun is answered; nothing new is taken", async () => {
    const { edge } = await play();
    const begun = ask(edge, { host, path: "/x?wait=1500" });
    await pause(300);
    edge.quit();
    await pause(300);
    await assert.rejects(ask(edge, { host }), /ECONNREFUSED/);
    assert.equal((await begun).status, 200);
    assert.equal(await edge.ended, 0);
  });

  it("does not wait for websockets longer than for the slowest route", async () => {
    // 31 s of the bare edge would be too long for a test: the same line with a shorter time.
    const { edge } = await play({ routes: [route("/live/*", { websocket: true })] }, undefined, (config) =>
      config.replace("worker_shutdown_timeout 30s;", "worker_shutdown_timeout 1s;"),
    );
    const socket = await open(edge, [
      "GET /live/x HTTP/1.1",
      `Host: ${host}`,
      "Connection: Upgrade",
      "Upgrade: websocket",
    ]);
    assert.match(await heard(socket), /^HTTP\/1\.1 101 /);
    edge.quit();
    assert.equal(await Promise.race([edge.ended, pause(8000, "still there")]), 0);
  });
});
