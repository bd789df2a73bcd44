import assert from "node:assert/strict";
import type { RedisSpec } from "../../../../components/contract";
import { redisConfig } from "../../../../components/kubernetes/redis/config";

const spec: RedisSpec = {
  name: "queue",
  roles: ["broker"],
  version: "7",
  memoryMiB: 512,
  evictionPolicy: "noeviction",
  persistence: "append-only",
  highAvailability: false,
  snapshotRetentionDays: 7,
  deletionProtection: true,
  passwordVersion: 3,
};

describe("kubernetes redis configuration", () => {
  it("of a queue is this text: TLS only, nothing forgotten, every second on disk", () => {
    assert.equal(
      redisConfig(spec),
      [
        "bind 0.0.0.0",
        "protected-mode yes",
        "port 0",
        "tls-port 6379",
        "tls-cert-file /tls/tls.crt",
        "tls-key-file /tls/tls.key",
        "tls-ca-cert-file /tls/ca.crt",
        "tls-auth-clients no",
        'tls-protocols "TLSv1.2 TLSv1.3"',
        "maxmemory 512mb",
        "maxmemory-policy noeviction",
        "dir /data",
        "save 900 1 300 100 60 10000",
        "appendonly yes",
        "appendfsync everysec",
        "tcp-keepalive 60",
        "",
      ].join("\n"),
    );
  });

  const differences: [change: Partial<RedisSpec>, line: string][] = [
    [{ memoryMiB: 1024 }, "maxmemory 1024mb"],
    [{ evictionPolicy: "allkeys-lru" }, "maxmemory-policy allkeys-lru"],
    [{ persistence: "snapshot" }, "appendonly no"],
  ];
  for (const [change, line] of differences) {
    it(`${JSON.stringify(change)} changes ${line.split(" ")[0]} alone`, () => {
      const before = redisConfig(spec).split("\n");
      const changed = redisConfig({ ...spec, ...change })
        .split("\n")
        .filter((text) => !before.includes(text));
      assert.deepEqual(changed, [line]);
    });
  }

  it("holds no password, and a new one is no change of it", () => {
    assert.ok(!redisConfig(spec).includes("requirepass"));
    assert.equal(redisConfig({ ...spec, passwordVersion: 4 }), redisConfig(spec));
  });
});
