import assert from "node:assert/strict";
import { bare } from "../components/kubernetes/edge/specs";
import { ask } from "./support/ask";
import { needsNginx, type PlayedEdge, play, stopAll } from "./support/edges";

const host = "shop.test";
const waf = { ...bare.waf, deniedCidrs: ["203.0.113.0/24", "2001:db8:bad::/48", "10.66.0.0/16"] };

describe("the edge on nginx: a client's address", () => {
  let alone: PlayedEdge;
  let behind: PlayedEdge;
  before(async function () {
    needsNginx(this);
    const rateRules = [{ name: "login", pathPrefixes: ["/login"], requests: 1, perSeconds: 60, burst: 2 }];
    // The Gateway is played by 127.0.0.1, which is in no range of RFC 1918: it is trusted whichever range it is in.
    alone = await play({ waf: { ...waf, rateRules } });
    // Here it is trusted by its range, and 192.0.2.0/24 plays a load balancer before it.
    behind = await play({ waf }, ["127.0.0.0/8", "192.0.2.0/24"]);
  });
  after(stopAll);

  const seenBy: [what: string, forged: string | undefined, client: string, seen: string][] = [
    ["is the one that the Gateway saw", undefined, "198.51.100.7", "198.51.100.7"],
    ["is not what he wrote", "1.2.3.4", "198.51.100.7", "198.51.100.7"],
    ["is not what he wrote with a private hop after it", "1.2.3.4, 10.0.0.5", "198.51.100.7", "198.51.100.7"],
    ["is not what he wrote behind a node that hides him", "1.2.3.4", "10.0.0.5", "10.0.0.5"],
    ["may be in the shared range (RFC 6598)", "1.2.3.4", "100.64.3.9", "100.64.3.9"],
    ["may be of IPv6", "1.2.3.4", "2001:db8::7", "2001:db8::7"],
  ];
  for (const [what, forged, client, seen] of seenBy) {
    it(what, async () => {
      const answer = await ask(alone.edge, { host, forged, client });
      assert.equal(answer.seen?.headers["x-real-ip"], seen);
      assert.equal(answer.seen?.headers["x-forwarded-for"], seen);
    });
  }

  it("stands before the proxies that the stack trusts, whatever was written before it", async () => {
    const through = async (forged: string, last: string) =>
      (await ask(behind.edge, { host, forged, client: last })).seen?.headers["x-real-ip"];
    assert.equal(await through("198.51.100.7", "192.0.2.4"), "198.51.100.7");
    assert.equal(await through("1.2.3.4, 198.51.100.7", "192.0.2.4"), "198.51.100.7");
    assert.equal(await through("1.2.3.4, 10.0.0.5", "192.0.2.4"), "10.0.0.5");
    assert.equal(await through("1.2.3.4", "198.51.100.7"), "198.51.100.7"); // past the load balancer
  });

  it("counts for rates, whatever he writes", async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 6; i += 1) {
      // A client inside of the cluster, or behind a node: what stands before his private address is his own word.
      statuses.push((await ask(alone.edge, { host, path: "/login", forged: `1.2.3.${i}`, client: "10.0.0.9" })).status);
    }
    assert.deepEqual(statuses, [200, 200, 200, 429, 429, 429]);
  });

  it("of IPv6 counts with all of its network, and with no other", async () => {
    const login = async (client: string) => (await ask(alone.edge, { host, path: "/login", client })).status;
    const statuses: number[] = [];
    for (const end of ["1", "2:3:4:5", "ffff", "a:b:c:d"]) {
      statuses.push(await login(end.includes(":") ? `2001:db8:7:1:${end}` : `2001:db8:7:1::${end}`));
    }
    assert.deepEqual(statuses, [200, 200, 200, 429]);
    assert.equal(await login("2001:db8:7:2::1"), 200);
  });

  it("that is denied is denied, whatever he writes", async () => {
    for (const edge of [alone.edge, behind.edge]) {
      for (const client of ["203.0.113.9", "2001:db8:bad::1", "10.66.0.9"]) {
        assert.equal((await ask(edge, { host, client })).status, 403);
        assert.equal((await ask(edge, { host, client, forged: "198.51.100.7, 10.0.0.5" })).status, 403);
      }
      assert.equal((await ask(edge, { host, client: "198.51.100.7", forged: "203.0.113.9" })).status, 200);
    }
  });

  it("is in no header that he sends", async () => {
    const names = [
      "X-Real-IP",
      "Forwarded",
      "X-Client-IP",
      "True-Client-IP",
      "CF-Connecting-IP",
      "X-Cluster-Client-IP",
    ];
    const headers = Object.fromEntries(names.map((name) => [name, "6.6.6.6"]));
    const answer = await ask(alone.edge, { host, headers: { ...headers, X_Real_IP: "6.6.6.6" } });
    assert.ok(answer.seen !== undefined);
    assert.ok(!JSON.stringify(answer.seen.headers).includes("6.6.6.6"));
  });
});
