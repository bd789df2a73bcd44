import assert from "node:assert/strict";
import type { EnvironmentName } from "../../../components/contract";
import { environmentNames, redisRoles } from "../../../components/contract";
import { applicationNames } from "../../../infra/apps";
import { redisInstanceNames } from "../../../infra/resolve/redis";
import { resolvedOf, topologyOf, validConfig } from "../support/configs";
import { factsOf } from "../support/facts";
import { pick } from "../support/picks";

const instancesOf = (app: string, environment: EnvironmentName) =>
  topologyOf(app, environment).redis.map((instance) =>
    pick(instance, "name", "roles", "evictionPolicy", "persistence"),
  );

const lru = { evictionPolicy: "allkeys-lru" } as const;
const keeps = { evictionPolicy: "noeviction", persistence: "append-only" } as const;

describe("redis instances", () => {
  const rows: [app: string, environment: EnvironmentName, instances: ReturnType<typeof instancesOf>][] = [
    ["mesio", "dev", [{ name: "cache", roles: ["cache"], ...lru, persistence: "snapshot" }]],
    ["mesio", "prod", [{ name: "cache", roles: ["cache"], ...lru, persistence: "snapshot" }]],
    ["neosale", "prod", [{ name: "cache", roles: ["cache"], ...lru, persistence: "append-only" }]],
    ["anclora", "dev", [{ name: "cache", roles: ["cache", "queue"], ...keeps }]],
    [
      "anclora",
      "staging",
      [
        { name: "cache", roles: ["cache"], ...lru, persistence: "snapshot" },
        { name: "queue", roles: ["queue"], ...keeps },
      ],
    ],
    ["icosistem", "dev", [{ name: "cache", roles: ["cache", "session", "rate-limit", "broker"], ...keeps }]],
    [
      "icosistem",
      "prod",
      [
        { name: "cache", roles: ["cache", "session", "rate-limit"], ...lru, persistence: "append-only" },
        { name: "queue", roles: ["broker"], ...keeps },
      ],
    ],
  ];
  for (const [app, environment, instances] of rows) {
    it(`of ${app} in ${environment}`, () => assert.deepEqual(instancesOf(app, environment), instances));
  }

  it("each role is played by one of them", () => {
    for (const app of applicationNames()) {
      for (const environment of environmentNames) {
        const { redis } = topologyOf(app, environment);
        const facts = factsOf(app, environment);
        assert.deepEqual(Object.keys(redisRoles(redis)).sort(), Object.keys(facts.redis.roles).sort());
        assert.equal(redis.flatMap(({ roles }) => roles).length, Object.keys(facts.redis.roles).length);
      }
    }
  });

  it("an application with a queue alone has an instance that is called so", () => {
    const facts = factsOf("anclora");
    const { queue } = facts.redis.roles;
    assert.ok(queue !== undefined);
    for (const share of [true, false]) {
      assert.deepEqual(redisInstanceNames({ ...facts, redis: { version: "7", roles: { jobs: queue } } }, share), [
        "queue",
      ]);
    }
  });
});

describe("postgres", () => {
  it("has as many read replicas as application and environment both have", () => {
    const rows: [app: string, overrides: object, replicas: number, origin: string][] = [
      ["mesio", {}, 0, "app"],
      ["mesio", { postgres: { readReplicas: 3 } }, 0, "app"],
      ["anclora", {}, 1, "environment"],
      ["anclora", { postgres: { readReplicas: 3 } }, 1, "app"],
      ["anclora", { postgres: { readReplicas: 0 } }, 0, "stack"],
    ];
    for (const [app, overrides, replicas, origin] of rows) {
      const { value, origins } = resolvedOf({ ...validConfig(app), overrides });
      assert.deepEqual([value.postgres.readReplicas, origins["postgres.readReplicas"]], [replicas, origin]);
    }
  });

  const pooling: [app: string, environment: EnvironmentName, overrides: object, pooled: boolean][] = [
    ["neosale", "prod", {}, true],
    ["neosale", "dev", {}, true],
    ["mesio", "prod", {}, false],
    ["mesio", "prod", { replicas: { maximum: 79 } }, false],
    ["mesio", "prod", { replicas: { maximum: 80 } }, true],
    ["anclora", "prod", {}, true], // 50 connections of 10 instances of the API and 7 of the worker, in a rollout
    ["anclora", "prod", { replicas: { maximum: 6 } }, false],
    ["anclora", "prod", { postgres: { size: "small" } }, true],
    ["icosistem", "dev", {}, true],
    ["icosistem", "prod", {}, false],
    ["icosistem", "prod", { replicas: { maximum: 12 } }, true],
  ];
  for (const [app, environment, overrides, pooled] of pooling) {
    it(`of ${app} in ${environment} with ${JSON.stringify(overrides)} is ${pooled ? "" : "not "}pooled`, () => {
      const { postgres } = topologyOf(app, environment, { overrides });
      assert.deepEqual(postgres.pooling, pooled ? { mode: "transaction", maxConnectionsPercent: 90 } : undefined);
    });
  }

  it("versions of generated passwords and secrets go up where the stack says so", () => {
    const rotate = { postgres: 5, "postgres.admin": 2, "redis.queue": 3, JWT_SECRET: 4 };
    const { postgres, redis, secrets } = topologyOf("anclora", "prod", { rotate });
    assert.deepEqual(postgres.logins, [
      { role: `${postgres.user}_5`, version: 5 },
      { role: `${postgres.user}_4`, version: 4 },
    ]);
    assert.deepEqual(postgres.admin, { user: "isotopo_admin", passwordVersion: 2 });
    assert.deepEqual(
      redis.map(({ passwordVersion }) => passwordVersion),
      [1, 3],
    );
    assert.deepEqual(secrets[0], { kind: "generated", name: "JWT_SECRET", length: 43, version: 4 });
  });

  it("a database that was never rotated has one login", () => {
    const { user, logins } = topologyOf("anclora", "prod").postgres;
    assert.deepEqual(logins, [{ role: `${user}_1`, version: 1 }]);
  });
});
