import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import { nginxConfig } from "../../components/kubernetes/edge/nginx-config";
import { bare, route } from "../components/kubernetes/edge/specs";
import { skipWithout } from "../support/needs";
import { ask } from "./support/ask";
import { type PlayedDns, playDns } from "./support/dns";
import { needsNginx } from "./support/edges";
import { type Edge, resolvesNames, startEdge } from "./support/nginx";
import { type PlayedService, playService } from "./support/service";

const host = "shop.test";

describe("the edge on nginx: names of services", () => {
  let dns: PlayedDns | undefined;
  let edge: Edge | undefined;
  let web: PlayedService | undefined;
  before(function () {
    needsNginx(this);
    if (resolvesNames) return;
    skipWithout(
      this,
      "this nginx is older than 1.27.3 and looks names up at its start only (.ci/install-nginx has a newer one)",
    );
  });
  after(async () => {
    await edge?.stop();
    await web?.close();
    dns?.close();
  });

  it("that are not known fail their own routes, until they are; nginx starts without them", async () => {
    dns = await playDns();
    web = await playService("web");
    dns.names.add("web.shop-prod.svc.cluster.local");
    const config = nginxConfig({
      spec: { ...bare, routes: [route("/api/*", { service: "api" })] },
      ports: { web: web.port, api: web.port },
      namespace: "shop-prod",
    });
    const started = await startEdge(config, { dns: dns.port });
    edge = started;
    const statuses = async () =>
      Promise.all(["/x", "/api/x"].map(async (path) => (await ask(started, { host, path })).status));
    await until(async () => assert.deepEqual(await statuses(), [200, 502]));
    dns.names.add("api.shop-prod.svc.cluster.local");
    await until(async () => assert.deepEqual(await statuses(), [200, 200]));
    dns.names.delete("api.shop-prod.svc.cluster.local");
    await until(async () => assert.deepEqual(await statuses(), [200, 502]));
  });
});

/** Waits until an assertion holds; ten seconds at most. */
async function until(holds: () => Promise<void>): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      await holds();
      return;
    } catch (error) {
      if (tries === 50) throw error;
    }
    await pause(200);
  }
}
