import assert from "node:assert/strict";
import { topologyOf } from "../support/configs";
import { factsOf, none, origin, year } from "../support/facts";
import { named, pick } from "../support/picks";

const facts = factsOf("icosistem");
const web = named(facts.services, "web");

describe("icosistem's data and network (guide 001)", () => {
  it("postgres: 15, icosistem of icosistem_user, windows, a read replica", () => {
    assert.deepEqual(pick(facts.postgres, "version", "database", "user", "readReplicas"), {
      version: "15",
      database: "icosistem",
      user: "icosistem_user",
      readReplicas: 1,
    });
    assert.deepEqual(facts.postgres.backupWindow, { start: "03:00", durationMinutes: 60 });
    assert.deepEqual(facts.postgres.maintenanceWindow, { day: "sunday", start: "04:00", durationMinutes: 60 });
  });

  it("postgres in prod: 20 GB that grow to 100, two zones, deletion protection and a final snapshot", () => {
    assert.deepEqual(
      pick(topologyOf("icosistem").postgres, "storageGiB", "maxStorageGiB", "highAvailability", "deletionProtection"),
      { storageGiB: 20, maxStorageGiB: 100, highAvailability: true, deletionProtection: true },
    );
  });

  it("redis: 7, append-only; sessions, cache, rate limits and the broker, which forgets nothing", () => {
    const forgets = { evictionPolicy: "allkeys-lru", persistence: "append-only" };
    assert.equal(facts.redis.version, "7");
    assert.deepEqual(facts.redis.roles, {
      cache: forgets,
      session: forgets,
      "rate-limit": forgets,
      broker: { evictionPolicy: "noeviction", persistence: "append-only" },
    });
    assert.deepEqual(
      new Set(topologyOf("icosistem").redis.map(({ highAvailability }) => highAvailability)),
      new Set([true]),
    );
  });

  it("bucket: uploads, private, with earlier versions", () => {
    assert.deepEqual(
      topologyOf("icosistem").storage.map(({ name, exposure, versioned }) => [name, exposure, versioned]),
      [["uploads", "private", true]],
    );
    assert.equal(web.buckets.uploads, "read-write");
  });

  it("network: 10.0.0.0/16, public from 1, private from 10", () => {
    const { cidr, publicCidrs, privateCidrs } = topologyOf("icosistem", "dev").network;
    assert.equal(cidr, "10.0.0.0/16");
    assert.deepEqual(publicCidrs, ["10.0.1.0/24", "10.0.2.0/24"]);
    assert.deepEqual(privateCidrs, ["10.0.10.0/24", "10.0.11.0/24"]);
  });

  it("calls the mail server, Sentry and Slack", () => {
    assert.deepEqual(
      facts.egress.map(({ name, port }) => `${name}:${port}`),
      ["smtp:587", "sentry:443", "slack:443"],
    );
  });
});

describe("icosistem's edge (guide 001)", () => {
  const { edge } = topologyOf("icosistem");

  it("hosts: the domain and www", () => {
    assert.deepEqual(edge.hosts, [
      { host: "shop.test", service: "web" },
      { host: "www.shop.test", service: "web" },
    ]);
  });

  it("routes: static for a year, auth and API never, 30 s, websockets", () => {
    assert.deepEqual(
      edge.routes.map(({ path, cache, timeoutSeconds, websocket }) => [path, cache, timeoutSeconds, websocket]),
      [
        ["/static/*", year, 30, false],
        ["/auth", none, 30, false],
        ["/auth/*", none, 30, false],
        ["/api/*", none, 30, false],
        ["/*", origin, 30, true],
      ],
    );
  });

  it("rates: 10 a second with 20 more for the API, 1 a second with 5 more for login and registration", () => {
    assert.deepEqual(edge.waf.rateRules, [
      { name: "api", pathPrefixes: ["/api/"], requests: 10, perSeconds: 1, burst: 20 },
      { name: "login", pathPrefixes: ["/auth/login", "/auth/register"], requests: 1, perSeconds: 1, burst: 5 },
    ]);
  });

  it("denies the extensions of scripts, drops two headers", () => {
    const extensions = [".php", ".jsp", ".pl", ".py", ".asp", ".sh", ".cgi"]; // L1034
    assert.deepEqual([...edge.waf.deniedExtensions].sort(), extensions.sort());
    assert.deepEqual(edge.waf.droppedHeaders, ["X-Forwarded-Host", "X-Original-URL"]);
  });

  it("error pages of its own", () => {
    const [broken, absent] = ["/50x.html", "/404.html"]; // L1091
    assert.deepEqual(edge.errorPages, { 404: absent, 500: broken, 502: broken, 503: broken, 504: broken });
  });

  it("the load balancer can't be deleted in prod", () => {
    assert.equal(edge.deletionProtection, true);
    assert.equal(topologyOf("icosistem", "dev").edge.deletionProtection, false);
  });
});
