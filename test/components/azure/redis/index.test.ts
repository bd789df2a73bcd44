import assert from "node:assert/strict";
import { type Concept, conceptOf } from "../../../support/concept";

const cluster = "redisenterprise.RedisEnterprise";
const database = "redisenterprise.Database";
const instances = [
  { name: "cache", evictionPolicy: "AllKeysLRU" },
  { name: "queue", evictionPolicy: "NoEviction" },
];

describe("azure redis", () => {
  for (const { name, evictionPolicy } of instances) {
    describe(name, () => {
      let redis: Concept;
      before(async () => {
        redis = await conceptOf("fixture-azure-prod", `redis-${name}`);
      });

      it("is a cluster with a database, a private address, and how to connect", () => {
        redis.isMadeOf([
          [cluster, "cluster"],
          [database, "database"],
          ["random.RandomString", "cluster-suffix"],
          ["network.PrivateEndpoint", "endpoint"],
          ["network.PrivateDnsZoneGroup", "endpoint-name"],
          ["authorization.ManagementLockByScope", "lock"],
          ["keyvault.Secret", "url"],
          ["random.RandomString", "url-suffix"],
          ["keyvault.Secret", "password"],
          ["random.RandomString", "password-suffix"],
        ]);
        assert.equal(redis.outputs.port, 10_000);
      });

      it("has a gigabyte for data, which a fifth less than a gigabyte is not, in two zones", () => {
        redis.has(cluster, "cluster", { "sku.name": "Balanced_B3", highAvailability: "Enabled" });
      });

      it("speaks TLS 1.2, to the network only", () => {
        redis.has(cluster, "cluster", { minimumTlsVersion: "1.2", publicNetworkAccess: "Disabled" });
        redis.has(database, "database", { clientProtocol: "Encrypted", accessKeysAuthentication: "Enabled" });
        redis.has("network.PrivateEndpoint", "endpoint", {
          "privateLinkServiceConnections.0.groupIds": ["redisEnterprise"],
          "privateLinkServiceConnections.0.privateLinkServiceId": redis.child(cluster, "cluster").id,
        });
      });

      it(`is in one piece, so that any command works, and forgets by ${evictionPolicy}`, () => {
        redis.has(database, "database", { clusteringPolicy: "NoCluster", evictionPolicy });
      });

      it("is hard to delete", () => {
        assert.equal(redis.child(cluster, "cluster").protect, true);
        assert.equal(redis.child(database, "database").protect, true);
        redis.has("authorization.ManagementLockByScope", "lock", { level: "CanNotDelete" });
      });

      it("keeps its key out of the plan and in the vault", () => {
        for (const { inputs } of Object.values(redis.children("keyvault.Secret"))) {
          assert.equal(Object(inputs.properties).value, "[secret]");
        }
      });
    });
  }

  it("is one small instance that forgets nothing in development", async () => {
    const small = await conceptOf("fixture-azure-dev", "redis-cache");
    const names = small.plan.resources.filter(({ type }) => type === "isotopo:azure:Redis").map(({ name }) => name);
    assert.deepEqual(names, ["fixture-dev-redis-cache"]);
    small.has(cluster, "cluster", { "sku.name": "Balanced_B0", highAvailability: "Disabled" });
    // The queue is in it, and a queue must not lose a task.
    small.has(database, "database", { evictionPolicy: "NoEviction" });
  });
});
