import assert from "node:assert/strict";
import type { EdgeSpec } from "../../../../components/contract";
import { bare, configOf, locationFor, route, serverOf } from "./specs";

const { waf } = bare;

describe("kubernetes websockets, streams and draining", () => {
  it("a websocket goes to a location of its own, with its limits and an hour's patience; nothing else is upgraded", () => {
    const rateRules = [{ name: "live", pathPrefixes: ["/live/"], requests: 1, perSeconds: 1, burst: 0 }];
    const server = serverOf({ routes: [route("/live/*", { websocket: true })], waf: { ...waf, rateRules } });
    const connection = (path: string) => locationFor(server, path)?.lines.filter((line) => line.includes("Connection"));
    const inside = "/-/websocket/below/live/";
    assert.equal(locationFor(server, "/live/1")?.lines[0], `if ($websocket) { rewrite ^ ${inside} last; }`);
    assert.deepEqual(connection("/live/1"), ["proxy_set_header Connection '';"]);
    assert.deepEqual(connection(inside), ["proxy_set_header Connection upgrade;"]);
    for (const line of [
      "internal;",
      "limit_req zone=rate_live;",
      "proxy_pass http://web$request_uri;",
      "proxy_read_timeout 3600s;",
    ]) {
      assert.ok(locationFor(server, inside)?.lines.includes(line), line);
    }
    assert.equal(server.locations.filter(({ path }) => path.startsWith("/-/websocket/")).length, 1);
  });

  it("goes on for as long as the slowest route when it is told to stop", () => {
    const shutdown = (spec: Partial<EdgeSpec>) =>
      /worker_shutdown_timeout (\d+)s;/.exec(configOf({ ...bare, ...spec }))?.[1];
    assert.equal(shutdown({}), "30");
    assert.equal(shutdown({ routes: [route("/a/*", { timeoutSeconds: 5 })] }), "30");
    assert.equal(shutdown({ routes: [route("/a/*", { timeoutSeconds: 90 }), route("/b/*")] }), "90");
  });

  it("a stream is not buffered, and waits as long as its route", () => {
    const server = serverOf({ routes: [route("/live/*", { streaming: true, timeoutSeconds: 60 })] });
    const lines = locationFor(server, "/live/1")?.lines ?? [];
    for (const line of ["proxy_buffering off;", "proxy_read_timeout 60s;", "proxy_send_timeout 60s;"]) {
      assert.ok(lines.includes(line), line);
    }
  });
});
