import assert from "node:assert/strict";
import { environmentNames } from "../../../components/contract";
import { topologyOf } from "../support/configs";
import { factsOf, none, origin, sized, told, year } from "../support/facts";
import { named, pick } from "../support/picks";
import { describeDecisionsOf } from "./decisions";
import { describeStacksOf } from "./stacks";

describe("mesio (guide 000)", () => {
  const facts = factsOf("mesio");
  const web = named(facts.services, "web");
  const { edge } = topologyOf("mesio");

  it("is one service and no job", () => {
    assert.deepEqual(
      facts.services.map(({ name, kind }) => [name, kind]),
      [["web", "web"]],
    );
    assert.deepEqual([facts.migration, facts.cronJobs], [undefined, undefined]);
  });

  it("web: node server.js on 3000 as 1001", () => {
    assert.deepEqual(pick(web, "command", "port", "uid", "gid"), {
      command: ["node", "server.js"],
      port: 3000,
      uid: 1001,
      gid: 1001,
    });
  });

  it("web: 1024 MB, at most 2 CPU and 2 GiB", () => {
    assert.equal(web.requests.memoryMiB, 1024);
    assert.deepEqual(web.limits, { cpuMillicores: 2000, memoryMiB: 2048 });
    assert.equal(sized(web), "1000m 1024Mi, 2000m 2048Mi");
  });

  it("web: at most 10 instances", () => assert.equal(web.autoscaling.maxReplicas, 10));

  it("web: writes its cache, and no logs", () => {
    assert.deepEqual(web.writablePaths, ["/app/.next/cache", "/tmp"]);
  });

  it("web: /api/health is readiness, since it fails with database and Redis; liveness asks neither", () => {
    assert.equal(told(web.probes.readiness), "/api/health after 0 every 10 within 5 up to 3");
    assert.equal(told(web.probes.liveness), "tcp after 0 every 30 within 5 up to 3");
    assert.deepEqual(web.probes.startup?.check, { kind: "http", path: "/api/health" });
  });

  for (const environment of environmentNames) {
    it(`web: variables in ${environment}`, () => {
      assert.deepEqual(named(factsOf("mesio", environment).services, "web").variables, {
        APP_ENV: environment,
        HOSTNAME: "0.0.0.0",
        LOG_LEVEL: "info",
        NEXTAUTH_URL: "https://shop.test",
        NEXT_PUBLIC_API_URL: "https://api.shop.test",
        NEXT_PUBLIC_APP_URL: "https://shop.test",
        NEXT_PUBLIC_GA_ID: "",
        NEXT_PUBLIC_PWA_ENABLED: "true",
        NEXT_PUBLIC_SEGMENT_WRITE_KEY: "",
        NEXT_PUBLIC_SENTRY_DSN: "",
        NODE_ENV: "production",
        KEEP_ALIVE_TIMEOUT: "125000",
        PORT: "3000",
      });
    });
  }

  it("secrets: addresses of the database and Redis, and one that is generated", () => {
    assert.equal(web.secrets.DATABASE_URL, "postgres.url");
    assert.equal(web.secrets.REDIS_URL, "redis.cache.url");
    assert.equal(web.secrets.NEXTAUTH_SECRET, "secret.NEXTAUTH_SECRET");
    assert.deepEqual(facts.secrets, [{ kind: "generated", name: "NEXTAUTH_SECRET", length: 43 }]);
  });

  it("postgres: 17, which all clouds still make, database and user mesio", () => {
    assert.deepEqual(pick(facts.postgres, "version", "database", "user", "readReplicas"), {
      version: "17",
      database: "mesio",
      user: "mesio",
      readReplicas: 0,
    });
  });

  it("is smallest in dev: the smallest database, backups of 7 days, 2 zones, 1 NAT", () => {
    const { postgres, network } = topologyOf("mesio", "dev");
    assert.deepEqual(pick(postgres, "size", "backupRetentionDays"), { size: "micro", backupRetentionDays: 7 });
    assert.deepEqual(pick(network, "zones", "nat"), { zones: 2, nat: "single" });
  });

  it("redis: 7, a cache", () => {
    assert.equal(facts.redis.version, "7");
    assert.deepEqual(facts.redis.roles, { cache: { evictionPolicy: "allkeys-lru", persistence: "snapshot" } });
  });

  it("bucket: assets, which only the edge reads", () => {
    assert.deepEqual(
      facts.buckets.map(({ name, exposure }) => [name, exposure]),
      [["assets", "edge"]],
    );
    assert.deepEqual(web.buckets, { assets: "read" });
  });

  it("hosts: the application's and the API's", () => {
    assert.deepEqual(
      edge.hosts.map(({ host }) => host),
      ["shop.test", "api.shop.test"],
    );
  });

  it("routes: static files for a year, the API never, pages as they say, websockets pass", () => {
    const route = (path: string, cache: object, bucket?: string, websocket = false) => ({
      path,
      service: "web",
      cache,
      timeoutSeconds: 30,
      websocket,
      streaming: false,
      ...(bucket === undefined ? {} : { bucket }),
    });
    assert.deepEqual(edge.routes, [
      route("/_next/static/*", year, "assets"),
      route("/static/*", year, "assets"),
      route("/api/*", none),
      route("/*", origin, undefined, true),
    ]);
  });

  it("redirects /home to / for good", () => {
    assert.deepEqual(edge.redirects, [{ from: "/home", to: "/", permanent: true }]);
  });

  it("rates: 10 a second with 20 more for the API, 5 a minute with 5 more for the login", () => {
    assert.deepEqual(edge.waf.rateRules, [
      { name: "api", pathPrefixes: ["/api/"], requests: 10, perSeconds: 1, burst: 20 },
      { name: "login", pathPrefixes: ["/api/auth/login"], requests: 5, perSeconds: 60, burst: 5 },
    ]);
  });

  it("compresses", () => assert.equal(edge.compression, true));

  it("calls nobody but who collects errors and events", () => {
    assert.deepEqual(
      facts.egress.map(({ host, port }) => `${host}:${port}`),
      ["sentry.io:443", "api.segment.io:443"],
    );
  });
});

describeDecisionsOf("mesio");
describeStacksOf("mesio", { sendsMail: false });
