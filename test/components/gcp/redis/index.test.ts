import assert from "node:assert/strict";
import { conceptOf } from "../../../support/concept";

const type = "redis.Instance";

describe("gcp redis", () => {
  for (const [name, policy, period] of [
    ["cache", "allkeys-lru", "ONE_HOUR"],
    ["queue", "noeviction", "ONE_HOUR"],
  ] as const) {
    it(`${name} asks for a password over TLS, fails over by itself and forgets as it should`, async () => {
      const redis = await conceptOf("fixture-gcp-prod", `redis-${name}`);
      redis.has(type, "instance", {
        tier: "STANDARD_HA",
        // 80 % of it holds the 1024 MiB of prod.
        memorySizeGb: 2,
        "redisConfigs.maxmemory-gb": "1.6",
        "maintenancePolicy.weeklyMaintenanceWindows.0.day": "SUNDAY",
        redisVersion: "REDIS_7_2",
        authEnabled: true,
        transitEncryptionMode: "SERVER_AUTHENTICATION",
        connectMode: "PRIVATE_SERVICE_ACCESS",
        "redisConfigs.maxmemory-policy": policy,
        "persistenceConfig.persistenceMode": "RDB",
        "persistenceConfig.rdbSnapshotPeriod": period,
        deletionProtection: true,
      });
      assert.equal(redis.outputs.port, 6378);
      redis.has("secretmanager.SecretVersion", "url-value", { secretData: "[secret]" });
    });
  }

  it("is one instance without a standby in dev", async () => {
    const redis = await conceptOf("fixture-gcp-dev", "redis-cache");
    redis.has(type, "instance", {
      tier: "BASIC",
      deletionProtection: false,
      memorySizeGb: 1,
      "redisConfigs.maxmemory-gb": "0.8",
    });
  });
});
