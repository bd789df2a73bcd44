import assert from "node:assert/strict";
import type { RedisSpec } from "../../../../components/contract";
import { redisConfig } from "../../../../components/kubernetes/redis/config";
import { podMemoryMiB, volumeGiB } from "../../../../components/kubernetes/redis/sizes";

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
        'save ""',
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
    // The same file: a server that finds the other format only starts empty.
    [{ persistence: "snapshot" }, "appendfsync no"],
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

describe("kubernetes redis sizes", () => {
  const sizes: [memoryMiB: number, podMiB: number, volumeGiB: number][] = [
    [128, 384, 2],
    [256, 640, 2],
    [512, 1152, 4],
    [2048, 4224, 16],
  ];
  for (const [memoryMiB, podMiB, gibibytes] of sizes) {
    it(`of ${memoryMiB} MiB are a Pod of ${podMiB} MiB and a volume of ${gibibytes} GiB`, () => {
      assert.equal(podMemoryMiB({ ...spec, memoryMiB }), podMiB);
      assert.equal(volumeGiB({ ...spec, memoryMiB }), gibibytes);
    });
  }

  it("are never less than the volume has, and more where the memory asks for it", () => {
    assert.deepEqual(
      [2, 4, 10].map((least) => volumeGiB(spec, least)),
      [4, 4, 10],
    );
  });
});
