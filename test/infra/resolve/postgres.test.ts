import assert from "node:assert/strict";
import type { EnvironmentName } from "../../../components/contract";
import { resolvedOf, topologyOf, validConfig } from "../support/configs";

describe("postgres", () => {
  it("has as many read replicas as application and environment both have", () => {
    const rows: [app: string, overrides: object, replicas: number, origin: string][] = [
      ["small", {}, 0, "app"],
      ["small", { postgres: { readReplicas: 3 } }, 0, "app"],
      ["fixture", {}, 1, "environment"],
      ["fixture", { postgres: { readReplicas: 3 } }, 1, "app"],
      ["fixture", { postgres: { readReplicas: 0 } }, 0, "stack"],
    ];
    for (const [app, overrides, replicas, origin] of rows) {
      const { value, origins } = resolvedOf({ ...validConfig(app), overrides });
      assert.deepEqual([value.postgres.readReplicas, origins["postgres.readReplicas"]], [replicas, origin]);
    }
  });

  const pooling: [app: string, environment: EnvironmentName, overrides: object, pooled: boolean][] = [
    ["fixture", "staging", {}, true], // it asks for it
    ["fixture", "staging", { postgres: { size: "large" } }, true],
    ["small", "prod", {}, false],
    ["small", "prod", { replicas: { maximum: 79 } }, false],
    ["small", "prod", { replicas: { maximum: 80 } }, true],
    ["fixture", "prod", { replicas: { maximum: 6 } }, false],
    ["fixture", "prod", { postgres: { size: "small" } }, true],
    ["fixture", "dev", {}, true],
    ["fixture", "prod", {}, false],
    ["fixture", "prod", { replicas: { maximum: 12 } }, true],
  ];
  for (const [app, environment, overrides, pooled] of pooling) {
    it(`of ${app} in ${environment} with ${JSON.stringify(overrides)} is ${pooled ? "" : "not "}pooled`, () => {
      const { postgres } = topologyOf(app, environment, { overrides });
      assert.deepEqual(postgres.pooling, pooled ? { mode: "transaction", maxConnectionsPercent: 90 } : undefined);
    });
  }

  it("versions of generated passwords and secrets go up where the stack says so", () => {
    const rotate = { postgres: 5, "postgres.admin": 2, "redis.queue": 3, SECRET_KEY: 4 };
    const { postgres, redis, secrets } = topologyOf("fixture", "prod", { rotate });
    assert.deepEqual(postgres.logins, [
      { role: `${postgres.user}_5`, version: 5 },
      { role: `${postgres.user}_4`, version: 4 },
    ]);
    assert.deepEqual(postgres.admin, { user: "isotopo_admin", passwordVersion: 2 });
    assert.deepEqual(
      redis.map(({ passwordVersion }) => passwordVersion),
      [1, 3],
    );
    assert.deepEqual(secrets[0], { kind: "generated", name: "SECRET_KEY", length: 43, version: 4 });
  });

  it("a database that was never rotated has one login", () => {
    const { user, logins } = topologyOf("fixture", "prod").postgres;
    assert.deepEqual(logins, [{ role: `${user}_1`, version: 1 }]);
  });
});
