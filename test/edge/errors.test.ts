import assert from "node:assert/strict";
import { route } from "../components/kubernetes/edge/specs";
import { ask } from "./support/ask";
import { needsNginx, play, stopAll } from "./support/edges";

const host = "shop.test";
const page = "/50x.html";
const edge = {
  routes: [route("/slow/*", { timeoutSeconds: 1 })],
  errorPages: { "404": "/404.html", "502": page, "503": page, "504": page },
};

describe("the edge on nginx: error pages", () => {
  before(function () {
    needsNginx(this);
  });
  afterEach(stopAll);

  it("are the application's own for what it did not answer, and not for what it did", async () => {
    const played = await play(edge);
    const late = await ask(played.edge, { host, path: "/slow/x?wait=1500", method: "POST", body: "order" });
    // The page alone was asked for, without what had been sent.
    assert.deepEqual([late.status, late.seen?.method, late.seen?.url, late.seen?.bodyBytes], [504, "GET", page, 0]);
    assert.equal(late.headers["cache-control"], "no-store");
    const own = await ask(played.edge, { host, path: "/x?status=503" });
    assert.deepEqual([own.status, own.seen?.url], [503, "/x?status=503"]);
  });

  it("are there when the service is down, if they were had before", async () => {
    const played = await play(edge);
    await ask(played.edge, { host, path: "/slow/x?wait=1500" });
    await played.services.web?.close();
    const down = await ask(played.edge, { host, path: "/x" });
    assert.deepEqual([down.status, down.seen?.url], [502, page]);
    assert.equal(down.headers["x-frame-options"], "DENY");
  });

  it("else are a plain one of the edge's, with its headers and the error's status", async () => {
    const played = await play(edge);
    await played.services.web?.close();
    const down = await ask(played.edge, { host, path: "/x", method: "POST", body: "order" });
    assert.equal(down.status, 502);
    assert.match(down.body.toString(), /^<!doctype html>.*<h1>Not available<\/h1>/);
    assert.equal(down.headers["strict-transport-security"], "max-age=63072000; includeSubDomains");
  });

  it("of one service that is down leave the others alone", async () => {
    const played = await play({ ...edge, routes: [route("/api/*", { service: "api" })] });
    await played.services.api?.close();
    assert.equal((await ask(played.edge, { host, path: "/api/x" })).status, 502);
    assert.equal((await ask(played.edge, { host, path: "/x" })).status, 200);
  });
});
