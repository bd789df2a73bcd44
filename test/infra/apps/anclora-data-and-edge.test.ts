import assert from "node:assert/strict";
import { topologyOf } from "../support/configs";
import { factsOf, none, origin, year } from "../support/facts";
import { named, pick } from "../support/picks";

const facts = factsOf("anclora");
const web = named(facts.services, "web");
const api = named(facts.services, "api");
const worker = named(facts.services, "worker");

describe("anclora's variables, secrets and data (guide 003)", () => {
  it("web: variables", () => {
    assert.deepEqual(web.variables, {
      KEEP_ALIVE_TIMEOUT: "125000",
      NODE_ENV: "production",
      APP_ENV: "prod",
      PORT: "3000",
      HOSTNAME: "0.0.0.0",
      NEXT_PUBLIC_API_URL: "https://api.shop.test",
      NEXT_PUBLIC_BUILD_TIME: "",
      NEXT_PUBLIC_BUILD_SHA: "",
      NEXT_PUBLIC_BUILD_REF: "",
    });
    assert.equal(api.variables.PORT, "5000");
  });

  it("api and worker: secrets", () => {
    const own = [
      ...["JWT_SECRET", "ANTHROPIC_API_KEY", "SENTRY_DSN", "DATADOG_API_KEY", "SLACK_WEBHOOK_URL"],
      ...["SMTP_USER", "SMTP_PASSWORD", "STRIPE_SECRET_KEY", "STRIPE_WEBHOOK_SECRET"],
    ];
    const expected = {
      DATABASE_URL: "postgres.url",
      REDIS_URL: "redis.cache.url",
      QUEUE_REDIS_URL: "redis.queue.url",
      ...Object.fromEntries(own.map((name) => [name, `secret.${name}`])),
    };
    assert.deepEqual(api.secrets, expected);
    assert.deepEqual(worker.secrets, expected);
    assert.deepEqual(facts.secrets.map(({ name }) => name).sort(), own.sort());
  });

  it("postgres: 15, a primary and a replica", () => {
    assert.deepEqual(pick(facts.postgres, "version", "readReplicas"), { version: "15", readReplicas: 1 });
    assert.equal(topologyOf("anclora").postgres.readReplicas, 1);
  });

  it("redis: 7, a cache that forgets and a queue that does not", () => {
    assert.equal(facts.redis.version, "7");
    assert.deepEqual(facts.redis.roles, {
      cache: { evictionPolicy: "allkeys-lru", persistence: "snapshot" },
      queue: { evictionPolicy: "noeviction", persistence: "append-only" },
    });
  });

  it("buckets: uploads, rendered files, and backups of 30 days; all private", () => {
    assert.deepEqual(
      facts.buckets.map(({ name, exposure, expireAfterDays }) => [name, exposure, expireAfterDays]),
      [
        ["uploads", "private", undefined],
        ["rendered", "private", undefined],
        ["backups", "private", 30],
      ],
    );
  });

  it("calls the model, payments, errors, metrics, chat and mail", () => {
    assert.deepEqual(
      facts.egress.map(({ name, port }) => `${name}:${port}`),
      ["anthropic:443", "stripe:443", "sentry:443", "datadog:443", "slack:443", "smtp:587"],
    );
  });
});

describe("anclora's edge (guide 003)", () => {
  const { edge } = topologyOf("anclora");

  it("routes: the model has 60 s, all else 30", () => {
    assert.deepEqual(
      edge.routes.map(({ host, path, service, cache, timeoutSeconds }) => [host, path, service, cache, timeoutSeconds]),
      [
        [undefined, "/api/ai/*", "api", none, 60],
        [undefined, "/api/*", "api", none, 30],
        [undefined, "/_next/static/*", "web", year, 30],
        ["render.shop.test", "/*", "web", origin, 30],
        ["api.shop.test", "/*", "api", none, 30],
      ],
    );
  });

  it("rate: 1000 in 15 minutes of one address", () => {
    assert.deepEqual(
      edge.waf.rateRules.map(({ pathPrefixes, requests, perSeconds }) => [pathPrefixes, requests, perSeconds]),
      [[[], 1000, 900]],
    );
  });

  it("cross-origin calls: from render. and the domain, with credentials", () => {
    assert.deepEqual(edge.cors?.origins, ["https://render.shop.test", "https://shop.test"]);
    assert.equal(edge.cors?.credentials, true);
    assert.equal(api.variables.CORS_ORIGINS, "https://render.shop.test,https://shop.test");
  });

  it("content security policy: the guide's, and its own API", () => {
    const policy = new Map(
      edge.headers.contentSecurityPolicy?.split("; ").map((part) => {
        const [directive = "", ...sources] = part.split(" ");
        return [directive, sources];
      }),
    );
    assert.deepEqual(Object.fromEntries(policy), {
      "default-src": ["'self'"],
      "script-src": ["'self'", "'unsafe-inline'", "https://js.stripe.com", "https://challenges.cloudflare.com"],
      "style-src": ["'self'", "'unsafe-inline'", "https://fonts.googleapis.com"],
      "font-src": ["'self'", "https://fonts.gstatic.com"],
      "img-src": ["'self'", "data:", "https:"],
      "connect-src": [
        "'self'",
        "https://api.shop.test",
        "https://api.anthropic.com",
        "https://api.stripe.com",
        "https://*.s3.eu-west-1.amazonaws.com",
      ],
    });
  });
});
