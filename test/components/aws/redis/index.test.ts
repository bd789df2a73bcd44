import assert from "node:assert/strict";
import { engines, nodeTypeOf } from "../../../../components/aws/redis";
import { type Concept, conceptOf } from "../../../support/concept";

const instances = [
  { name: "cache", evictionPolicy: "allkeys-lru" },
  { name: "queue", evictionPolicy: "noeviction" },
];

describe("aws redis nodes", () => {
  // A node keeps a quarter of its memory back.
  const rows: [memoryMiB: number, nodeType: string][] = [
    [384, "cache.t4g.micro"],
    [385, "cache.t4g.small"],
    [1051, "cache.t4g.small"],
    [1052, "cache.t4g.medium"],
    [2373, "cache.t4g.medium"],
    [2374, "cache.m7g.large"],
  ];
  for (const [memoryMiB, nodeType] of rows) {
    it(`${memoryMiB} MiB are ${nodeType}`, () => assert.equal(nodeTypeOf({ name: "cache", memoryMiB }), nodeType));
  }

  it("more than the largest is refused", () => {
    assert.throws(() => nodeTypeOf({ name: "cache", memoryMiB: 30_000 }), {
      message: 'redis "cache": aws has no node of 30000 MiB here; at most 20274',
    });
  });
});

describe("aws redis versions", () => {
  /** What ElastiCache has of Valkey (User Guide, "Engine versions and upgrading in ElastiCache", 2026-11-30). */
  const known = ["7.2", "8.0", "8.1", "8.2", "9.0", "9.1"];
  for (const [major, { engineVersion, family }] of Object.entries(engines)) {
    // An earlier one is upgraded by itself, and the provider makes the instance anew to go back.
    it(`of ${major} is the last of its line`, () => {
      assert.equal(engineVersion, known.filter((version) => version.startsWith(`${major}.`)).at(-1));
      assert.equal(family, `valkey${major}`);
    });
  }
});

describe("aws redis", () => {
  for (const { name, evictionPolicy } of instances) {
    describe(name, () => {
      let redis: Concept;
      before(async () => {
        redis = await conceptOf("fixture-aws-prod", `redis-${name}`);
      });

      it("is a replication group, and how to connect", () => {
        redis.isMadeOf([
          ["kms.Key", "key"],
          ["random.RandomPassword", "token"],
          ["random.RandomId", "final-snapshot"],
          ["elasticache.SubnetGroup", "subnets", `fixture-prod-${name}`],
          ["elasticache.ParameterGroup", "parameters", `fixture-prod-${name}-valkey7`],
          ["cloudwatch.LogGroup", "slow-log", `/fixture-prod/redis/${name}`],
          ["elasticache.ReplicationGroup", "group", `fixture-prod-${name}`],
          ["secretsmanager.Secret", "url"],
          ["secretsmanager.SecretVersion", "url-value"],
          ["secretsmanager.Secret", "auth-token"],
          ["secretsmanager.SecretVersion", "auth-token-value"],
        ]);
      });

      it("says where it is", () => {
        const { primaryEndpointAddress } = redis.child("elasticache.ReplicationGroup", "group").outputs;
        assert.deepEqual(redis.outputs, { host: primaryEndpointAddress, port: 6379 });
      });

      it("asks for a token and TLS, and is encrypted at rest", () => {
        redis.has("elasticache.ReplicationGroup", "group", {
          authToken: "[secret]",
          authTokenUpdateStrategy: "ROTATE",
          transitEncryptionEnabled: true,
          transitEncryptionMode: "required",
          atRestEncryptionEnabled: true,
          kmsKeyId: redis.child("kms.Key", "key").outputs.arn,
          port: 6379,
        });
        redis.has("random.RandomPassword", "token", { length: 64, special: false, keepers: { version: "1" } });
      });

      it("is there twice, in two zones, and fails over by itself", () => {
        redis.has("elasticache.ReplicationGroup", "group", {
          engine: "valkey",
          engineVersion: "7.2",
          nodeType: "cache.t4g.small",
          numCacheClusters: 2,
          multiAzEnabled: true,
          automaticFailoverEnabled: true,
        });
      });

      it("keeps its snapshots and is hard to delete", () => {
        redis.has("elasticache.ReplicationGroup", "group", {
          snapshotRetentionLimit: 30,
          snapshotWindow: "01:00-02:00",
          maintenanceWindow: "sun:05:00-sun:06:00",
        });
        const { finalSnapshotIdentifier } = redis.child("elasticache.ReplicationGroup", "group").inputs;
        assert.match(String(finalSnapshotIdentifier), new RegExp(`^fixture-prod-${name}-final-.+$`));
        assert.equal(redis.child("elasticache.ReplicationGroup", "group").protect, true);
      });

      it(`forgets by ${evictionPolicy}`, () => {
        redis.has("elasticache.ParameterGroup", "parameters", {
          family: "valkey7",
          parameters: [{ name: "maxmemory-policy", value: evictionPolicy }],
        });
      });

      it("puts its connection into secrets of its own", () => {
        const key = redis.child("kms.Key", "key").outputs.arn;
        for (const suffix of ["url", "auth-token"]) {
          redis.has("secretsmanager.Secret", suffix, { kmsKeyId: key, recoveryWindowInDays: 30 });
          redis.has("secretsmanager.SecretVersion", `${suffix}-value`, { secretString: "[secret]" });
        }
      });
    });
  }

  it("is one small instance that forgets nothing in development", async () => {
    const plan = (await conceptOf("fixture-aws-dev", "redis-cache")).plan;
    const names = plan.resources.filter(({ type }) => type === "isotopo:aws:Redis").map(({ name }) => name);
    assert.deepEqual(names, ["fixture-dev-redis-cache"]);
    const small = await conceptOf("fixture-aws-dev", "redis-cache");
    small.has("elasticache.ReplicationGroup", "group", { numCacheClusters: 1, automaticFailoverEnabled: false });
    // It leaves a snapshot, and the key that reads it, in every environment but in copies of one.
    small.child("random.RandomId", "final-snapshot");
    assert.equal(small.child("kms.Key", "key").retainOnDelete, true);
    // The queue is in it, and a queue must not lose a task.
    small.has("elasticache.ParameterGroup", "parameters", {
      parameters: [{ name: "maxmemory-policy", value: "noeviction" }],
    });
  });
});
