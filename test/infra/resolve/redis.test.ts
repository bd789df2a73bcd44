import assert from "node:assert/strict";
import type { EnvironmentName } from "../../../components/contract";
import { environmentNames, redisRoles } from "../../../components/contract";
import { redisInstanceNames } from "../../../infra/resolve/redis";
import { fixtureApplications } from "../../support/fixture/applications";
import { topologyOf } from "../support/configs";
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
    ["small", "dev", [{ name: "cache", roles: ["cache"], ...lru, persistence: "snapshot" }]],
    ["small", "prod", [{ name: "cache", roles: ["cache"], ...lru, persistence: "snapshot" }]],
    ["fixture", "dev", [{ name: "cache", roles: ["cache", "session", "rate-limit", "broker"], ...keeps }]],
    [
      "fixture",
      "staging",
      [
        { name: "cache", roles: ["cache", "session", "rate-limit"], ...lru, persistence: "append-only" },
        { name: "queue", roles: ["broker"], ...keeps },
      ],
    ],
    [
      "fixture",
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
    for (const app of fixtureApplications.names()) {
      for (const environment of environmentNames) {
        const { redis } = topologyOf(app, environment);
        const facts = factsOf(app, environment);
        assert.deepEqual(Object.keys(redisRoles(redis)).sort(), Object.keys(facts.redis.roles).sort());
        assert.equal(redis.flatMap(({ roles }) => roles).length, Object.keys(facts.redis.roles).length);
      }
    }
  });

  it("an application with a queue alone has an instance that is called so", () => {
    const facts = factsOf("fixture");
    const { broker } = facts.redis.roles;
    assert.ok(broker !== undefined);
    for (const share of [true, false]) {
      assert.deepEqual(redisInstanceNames({ ...facts, redis: { version: "7", roles: { jobs: broker } } }, share), [
        "queue",
      ]);
    }
  });
});
