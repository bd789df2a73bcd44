import assert from "node:assert/strict";
import type { Origin } from "../../../infra/resolve/traced";
import { valueAt } from "../../support/value-at";
import { type Config, image, resolvedOf, validConfig } from "../support/configs";

describe("origins of values", () => {
  const changed: Config = {
    ...validConfig("fixture", "aws", "prod"),
    costCenter: "team-7",
    rotate: { postgres: 3, SECRET_KEY: 2, "redis.queue": 4 },
    overrides: {
      protect: false,
      postgres: { size: "large" },
      replicas: { minimum: 2, maximum: 2 },
      edge: { deniedCountries: ["CU"] },
    },
  };
  const plain = { ...validConfig("fixture", "aws", "dev"), notifications: undefined };

  const rows: [path: string, of: { plain?: [Origin, unknown]; changed?: [Origin, unknown] }][] = [
    ["context.name", { plain: ["stack", "fixture-dev"], changed: ["stack", "fixture-prod"] }],
    ["context.labels.owner", { plain: ["default", "fixture"], changed: ["stack", "team@shop.test"] }],
    ["context.labels.cost-center", { plain: ["default", "fixture"], changed: ["stack", "team-7"] }],
    ["context.labels.managed-by", { plain: ["default", "isotopo"] }],
    ["context.protect", { plain: ["environment", false], changed: ["stack", false] }],
    ["postgres.deletionProtection", { plain: ["environment", false], changed: ["stack", false] }],
    ["compute.services.0.probes.readiness.periodSeconds", { plain: ["default", 10] }],
    ["compute.services.0.probes.readiness.timeoutSeconds", { plain: ["app", 3] }],
    ["compute.services.0.probes.readiness.check.path", { plain: ["app", "/health/ready"] }],
    ["postgres.version", { plain: ["app", "15"] }],
    ["postgres.backupWindow.start", { plain: ["app", "03:00"] }],
    ["postgres.size", { plain: ["environment", "micro"], changed: ["stack", "large"] }],
    ["postgres.storageGiB", { plain: ["environment", 20], changed: ["environment", 20] }],
    ["postgres.readReplicas", { plain: ["environment", 0], changed: ["environment", 1] }],
    ["postgres.logins.0.version", { plain: ["default", 1], changed: ["stack", 3] }],
    ["postgres.pooling.mode", { plain: ["default", "transaction"] }],
    ["redis.0.passwordVersion", { plain: ["default", 1], changed: ["default", 1] }],
    ["redis.1.passwordVersion", { changed: ["stack", 4] }],
    ["redis.0.memoryMiB", { plain: ["environment", 256], changed: ["environment", 1024] }],
    ["redis.0.evictionPolicy", { plain: ["environment", "noeviction"], changed: ["app", "allkeys-lru"] }],
    ["secrets.0.version", { plain: ["default", 1], changed: ["stack", 2] }],
    ["secrets.0.name", { plain: ["app", "SECRET_KEY"], changed: ["app", "SECRET_KEY"] }],
    ["storage.0.name", { plain: ["app", "uploads"] }],
    ["storage.0.versioned", { plain: ["default", true] }],
    ["storage.0.lifecycle.noncurrentVersionDays", { plain: ["environment", 7], changed: ["environment", 90] }],
    ["storage.0.lifecycle.abortIncompleteUploadDays", { plain: ["default", 7] }],
    ["compute.services.0.image", { plain: ["stack", image("app")] }],
    ["compute.services.0.limits.memoryMiB", { plain: ["app", 512] }],
    ["compute.services.0.autoscaling.minReplicas", { plain: ["environment", 1], changed: ["stack", 2] }],
    ["compute.services.0.autoscaling.maxReplicas", { plain: ["environment", 2], changed: ["stack", 2] }],
    ["compute.services.0.autoscaling.cpuPercent", { plain: ["app", 70] }],
    ["compute.services.1.autoscaling.cpuPercent", { plain: ["default", 70] }],
    ["compute.services.0.terminationGraceSeconds", { plain: ["default", 30] }],
    ["compute.services.0.run", { plain: ["default", 1] }],
    ["compute.services.1.terminationGraceSeconds", { plain: ["app", 60] }],
    ["compute.services.0.rollout.maxSurge", { plain: ["default", 1] }],
    ["compute.services.2.rollout.strategy", { plain: ["app", "recreate"] }],
    ["compute.migrations.0.timeoutSeconds", { plain: ["default", 180] }],
    ["compute.migrations.1.timeoutSeconds", { plain: ["default", 600] }],
    ["compute.migrations.0.run", { plain: ["default", 1] }],
    ["compute.logRetentionDays", { plain: ["environment", 7], changed: ["environment", 90] }],
    ["network.egress.0.name", { plain: ["app", "smtp"] }],
    ["network.publicCidrs.0", { plain: ["environment", "10.0.1.0/24"], changed: ["environment", "10.0.1.0/24"] }],
    ["network.zones", { plain: ["environment", 2], changed: ["environment", 3] }],
    ["edge.domain", { plain: ["stack", "shop.test"] }],
    ["edge.routes.0.timeoutSeconds", { plain: ["default", 30] }],
    ["edge.routes.0.websocket", { plain: ["default", false] }],
    ["edge.routes.4.websocket", { plain: ["app", true] }],
    ["edge.headers.hsts.maxAgeSeconds", { plain: ["default", 63_072_000] }],
    ["edge.headers.hsts.preload", { plain: ["environment", false] }],
    ["edge.waf.rateRules.0.requests", { plain: ["app", 10] }],
    ["edge.waf.maxBodyMiB", { plain: ["default", 16] }],
    ["edge.waf.deniedCountries.0", { changed: ["stack", "CU"] }],
    ["edge.errorPages.404", { plain: ["app", "/404.html"] }],
  ];
  const resolved = { plain: resolvedOf(plain), changed: resolvedOf(changed) };
  for (const [path, of] of rows) {
    for (const which of ["plain", "changed"] as const) {
      const [origin, value] = of[which] ?? [];
      if (origin === undefined) continue;
      it(`${path} of a ${which} stack is the ${origin}'s`, () => {
        assert.deepEqual(valueAt(indexed(resolved[which].value), path), value);
        assert.equal(resolved[which].origins[path], origin);
      });
    }
  }

  it("an environment's list without items has its origin too", () => {
    assert.equal(resolved.plain.origins["edge.waf.deniedCidrs"], "environment");
  });

  it("what is not there has no origin", () => {
    const { value, origins } = resolved.plain;
    assert.equal(value.edge.routes[0]?.bucket, undefined);
    for (const path of Object.keys(origins)) assert.notEqual(valueAt(indexed(value), path), undefined, path);
  });

  it("roles that the application itself puts together are the application's", () => {
    const { origins } = resolvedOf({ ...validConfig("small"), overrides: { redis: { shareInstance: true } } });
    assert.deepEqual([origins["redis.0.roles.0"], origins["redis.0.evictionPolicy"]], ["app", "app"]);
  });

  it("an override that repeats the environment is still the stack's", () => {
    const { origins } = resolvedOf({ ...validConfig(), overrides: { network: { nat: "per-zone" } } });
    assert.equal(origins["network.nat"], "stack");
    assert.equal(origins["network.zones"], "environment");
  });
});

/** Lists as objects by position. */
function indexed(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, indexed(item)]));
}
