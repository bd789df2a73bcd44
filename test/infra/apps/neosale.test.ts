import assert from "node:assert/strict";
import { environmentNames } from "../../../components/contract";
import { topologyOf } from "../support/configs";
import { factsOf, none, origin, told, year } from "../support/facts";
import { named, pick } from "../support/picks";
import { describeDecisionsOf } from "./decisions";
import { describeStacksOf } from "./stacks";

const facts = factsOf("neosale");
const web = named(facts.services, "web");
const api = named(facts.services, "api");

describe("neosale's workloads (guide 004)", () => {
  it("two services", () => {
    assert.deepEqual(
      facts.services.map(({ name, kind }) => [name, kind]),
      [
        ["web", "web"],
        ["api", "api"],
      ],
    );
  });

  it("web: two on 3000, well by /api/health", () => {
    assert.deepEqual([web.port, web.autoscaling.minReplicas], [3000, 2]);
    assert.equal(told(web.probes.readiness), "/api/health after 0 every 10 within 5 up to 3");
  });

  it("api: three on 4000, well by /health, at most 4 CPU and 4 GiB", () => {
    assert.deepEqual([api.port, api.autoscaling.minReplicas], [4000, 3]);
    assert.equal(told(api.probes.readiness), "/health after 0 every 10 within 5 up to 3");
    assert.deepEqual(api.limits, { cpuMillicores: 4000, memoryMiB: 4096 });
  });

  it("both live without asking anybody else", () => {
    assert.deepEqual([web.probes.liveness?.check.kind, api.probes.liveness?.check.kind], ["tcp", "tcp"]);
  });

  it("migration: prisma migrate deploy, directly at the database", () => {
    assert.match(facts.migration?.command?.join(" ") ?? "", /(^| )prisma migrate deploy$/);
    assert.equal(facts.migration?.secrets.DATABASE_URL, "postgres.directUrl");
  });

  it("vacuum and analyze by the clock, once a day after the backup has ended", () => {
    const [job, ...others] = facts.cronJobs ?? [];
    assert.deepEqual([job?.name, others.length], ["vacuum", 0]);
    const [minute, hour, ...days] = (job?.schedule ?? "")
      .split(" ")
      .map((field) => (field === "*" ? field : Number(field)));
    assert.deepEqual(days, ["*", "*", "*"]);
    assert.ok(Number(hour) * 60 + Number(minute) >= 3 * 60, job?.schedule);
    assert.equal(job?.secrets.DATABASE_URL, "postgres.directUrl");
  });
});

describe("neosale's variables, secrets and data (guide 004)", () => {
  for (const environment of environmentNames) {
    it(`variables in ${environment}`, () => {
      for (const name of ["web", "api"]) {
        const { variables } = named(factsOf("neosale", environment).services, name);
        assert.deepEqual([variables.NODE_ENV, variables.APP_ENV], ["production", environment]);
        assert.equal(variables.SENTRY_TRACES_SAMPLE_RATE, "0.1");
      }
      const { variables } = named(factsOf("neosale", environment).services, "api");
      assert.deepEqual([variables.DD_SITE, variables.PORT], ["datadoghq.com", "4000"]);
    });
  }

  it("secrets: all from outside but the data's", () => {
    assert.deepEqual(api.secrets, {
      DATABASE_URL: "postgres.url",
      REDIS_URL: "redis.cache.url",
      SENTRY_DSN: "secret.SENTRY_DSN",
      DATADOG_API_KEY: "secret.DATADOG_API_KEY",
      NEW_RELIC_LICENSE_KEY: "secret.NEW_RELIC_LICENSE_KEY",
    });
    assert.deepEqual(
      facts.secrets.map(({ name, kind }) => [name, kind]),
      [
        ["SENTRY_DSN", "external"],
        ["DATADOG_API_KEY", "external"],
        ["NEW_RELIC_LICENSE_KEY", "external"],
      ],
    );
  });

  it("postgres: 15, neosale of neosale, a replica, a pooler, backup at 02:00", () => {
    assert.deepEqual(pick(facts.postgres, "version", "database", "user", "readReplicas", "pooling"), {
      version: "15",
      database: "neosale",
      user: "neosale",
      readReplicas: 1,
      pooling: { mode: "transaction" },
    });
    assert.equal(facts.postgres.backupWindow.start, "02:00");
  });

  it("postgres in prod: a standby in another zone and a read replica", () => {
    assert.deepEqual(pick(topologyOf("neosale").postgres, "highAvailability", "readReplicas"), {
      highAvailability: true,
      readReplicas: 1,
    });
  });

  it("redis: 7, allkeys-lru, snapshots and append-only", () => {
    assert.equal(facts.redis.version, "7");
    assert.deepEqual(facts.redis.roles, { cache: { evictionPolicy: "allkeys-lru", persistence: "append-only" } });
  });

  it("calls who collects errors and metrics", () => {
    assert.deepEqual(
      facts.egress.map(({ name, port }) => `${name}:${port}`),
      ["sentry:443", "datadog:443", "new-relic:443"],
    );
  });
});

describe("neosale's edge (guide 004)", () => {
  const { edge } = topologyOf("neosale");

  it("hosts: the shop and its API", () => {
    assert.deepEqual(edge.hosts, [
      { host: "shop.test", service: "web" },
      { host: "api.shop.test", service: "api" },
    ]);
  });

  it("routes: static for a year, the API never, answers streamed", () => {
    assert.deepEqual(
      edge.routes.map(({ host, path, service, bucket, cache, streaming }) => [
        ...[host, path, service, bucket],
        ...[cache, streaming],
      ]),
      [
        [undefined, "/assets/*", "web", "assets", { kind: "static", maxAgeSeconds: 86_400, immutable: false }, false],
        [undefined, "/_next/static/*", "web", undefined, year, false],
        ["shop.test", "/*", "web", undefined, origin, true],
        ["api.shop.test", "/*", "api", undefined, none, true],
      ],
    );
  });

  it("limits: rate, body and compression", () => {
    assert.deepEqual(
      edge.waf.rateRules.map(({ pathPrefixes, requests, perSeconds }) => [pathPrefixes, requests, perSeconds]),
      [[[], 1000, 900]],
    );
    assert.deepEqual([edge.waf.maxBodyMiB, edge.compression], [16, true]);
  });

  it("cross-origin calls: from the shop, with credentials", () => {
    assert.deepEqual([edge.cors?.origins, edge.cors?.credentials], [["https://shop.test"], true]);
  });
});

describeDecisionsOf("neosale");
describeStacksOf("neosale", { sendsMail: false });
