import assert from "node:assert/strict";
import { cpSync, existsSync } from "node:fs";
import type { RedisSpec } from "../../components/contract";
import { redisConfig } from "../../components/kubernetes/redis/config";
import { redisPod } from "../../components/kubernetes/redis/pod";
import { topologyOf } from "../infra/support/configs";
import { at } from "../support/concept";
import { skipWithout } from "../support/needs";
import { installedRedis, type RedisServer, RedisVolume } from "../support/redis-server";

type Persistence = RedisSpec["persistence"];

const password = "of-the-second-version";
const earlier = "of-the-first-version";

/** What the Pod of a queue runs: its script, its configuration, its passwords. */
function startOf(persistence: Persistence, passwords = 1) {
  const { context, redis } = topologyOf();
  const spec = { ...(redis[0] ?? assert.fail()), persistence };
  const pod = redisPod({
    context,
    spec,
    part: "redis-queue",
    image: "valkey",
    pullSecrets: [],
    revision: "1",
    volumeClaim: "data",
    configMap: "config",
    certificateSecret: "tls",
    passwordSecrets: ["second", "first"].slice(0, passwords),
  });
  return {
    script: String(at(pod, "spec.containers.0.command.2")),
    config: redisConfig(spec),
    env: { REDISCLI_AUTH: password, ...(passwords > 1 ? { EARLIER_AUTH: earlier } : {}) },
  };
}

describe("Redis' start script on a real server", function () {
  this.timeout(60_000);
  const programs = installedRedis();
  let volume: RedisVolume;

  before(function () {
    if (programs === undefined)
      skipWithout(this, "no Valkey or Redis is installed here: apt-get install redis-server openssl");
  });
  beforeEach(() => {
    if (programs !== undefined) volume = new RedisVolume(programs);
  });
  afterEach(() => volume?.remove());

  async function started(options: Parameters<RedisVolume["start"]>[0]): Promise<RedisServer> {
    const server = await volume.start(options);
    assert.ok(await server.answers(password), "it does not answer");
    return server;
  }

  /** Writes a key of that name, after it has read the ones before. */
  async function once(persistence: Persistence, name: string, before: string[]): Promise<void> {
    const server = await started(startOf(persistence));
    assert.deepEqual(server.ask(password, "keys", "*").split("\n").filter(Boolean).sort(), before);
    assert.equal(server.ask(password, "set", name, "kept"), "OK");
    await server.stop();
  }

  for (const [first, second] of [
    ["snapshot", "append-only"],
    ["append-only", "snapshot"],
  ] as const) {
    it(`keeps all when its persistence changes from ${first} to ${second}, and back`, async () => {
      await once(first, "a", []);
      await once(second, "b", ["a"]);
      await once(first, "c", ["a", "b"]);
      await once(second, "d", ["a", "b", "c"]);
    });
  }

  it("begins with the snapshot of a volume that has nothing else, and looks at none later", async () => {
    const { script, config, env } = startOf("snapshot");
    // As releases before had it.
    const snapshots = config.replace(/^save.*\nappendonly yes\nappendfsync.*$/m, "save 900 1\nappendonly no");
    const withoutImport = script.replace(/^if \[ -f [\s\S]*?\nfi\n/m, "");
    const old = await started({ script: withoutImport, config: snapshots, env });
    assert.equal(old.ask(password, "set", "old", "kept"), "OK");
    await old.stop();
    assert.ok(existsSync(volume.file("dump.rdb")) && !existsSync(volume.file("appendonlydir")));
    cpSync(volume.file("dump.rdb"), volume.file("copy.rdb"));

    await once("append-only", "new", ["old"]);
    assert.ok(!existsSync(volume.file("dump.rdb")) && !existsSync(volume.file("appendonly.aof")));
    cpSync(volume.file("copy.rdb"), volume.file("dump.rdb"));
    await once("append-only", "newer", ["new", "old"]);
  });

  it("waits for the server that still writes to the volume", async () => {
    const first = await started(startOf("append-only"));
    const second = await volume.start(startOf("append-only"));
    assert.equal(await second.answers(password, 1500), false);
    assert.equal(first.ask(password, "set", "last", "kept"), "OK");
    await first.stop();
    assert.ok(await second.answers(password));
    assert.equal(second.ask(password, "get", "last"), "kept");
  });

  it("takes both passwords while one is rotated, and no other", async () => {
    const server = await started(startOf("append-only", 2));
    assert.equal(server.ask(earlier, "ping"), "PONG");
    assert.match(server.ask("another", "ping"), /WRONGPASS|NOAUTH/);
    await server.stop();
    const later = await started(startOf("append-only"));
    assert.match(later.ask(earlier, "ping"), /WRONGPASS|NOAUTH/);
  });
});
