import assert from "node:assert/strict";
import { settingsSchema } from "../../../infra/config/settings";
import { environments } from "../../../infra/environments";
import type { WholeTopology } from "../../support/whole";
import { resolvedOf, validConfig } from "../support/configs";
import { named } from "../support/picks";

interface Setting {
  path: string;
  value: unknown;
  /** Where it arrives. */
  reads: (topology: WholeTopology) => unknown;
  /** Paths of the topology that then come from the stack. */
  origins: string[];
}

const setting = (
  path: string,
  value: unknown,
  reads: Setting["reads"],
  ...origins: [string, ...string[]]
): Setting => ({
  path,
  value,
  reads,
  origins,
});

const web = ({ compute }: WholeTopology) => named(compute.services, "web").autoscaling;

/** Every setting of an environment, with a value that no environment has. Anclora has a bucket, a queue and a replica. */
const settings: readonly Setting[] = [
  setting("protect", false, ({ context }) => context.protect, "context.protect", "storage.0.deletionProtection"),
  setting("customerManagedKeys", true, ({ context }) => context.customerManagedKeys, "context.customerManagedKeys"),
  setting("network.cidr", "10.9.0.0/16", ({ network }) => network.cidr, "network.cidr", "network.publicCidrs.0"),
  setting("network.zones", 2, ({ network }) => network.zones, "network.zones", "network.isolatedCidrs.0"),
  setting("network.nat", "single", ({ network }) => network.nat, "network.nat"),
  setting(
    "network.flowLogRetentionDays",
    77,
    ({ network }) => network.flowLogRetentionDays,
    "network.flowLogRetentionDays",
  ),
  setting("postgres.size", "large", ({ postgres }) => postgres.size, "postgres.size"),
  setting("postgres.storageGiB", 33, ({ postgres }) => postgres.storageGiB, "postgres.storageGiB"),
  setting("postgres.maxStorageGiB", 333, ({ postgres }) => postgres.maxStorageGiB, "postgres.maxStorageGiB"),
  setting("postgres.highAvailability", false, ({ postgres }) => postgres.highAvailability, "postgres.highAvailability"),
  setting("postgres.readReplicas", 0, ({ postgres }) => postgres.readReplicas, "postgres.readReplicas"),
  setting(
    "postgres.backupRetentionDays",
    11,
    ({ postgres }) => postgres.backupRetentionDays,
    "postgres.backupRetentionDays",
  ),
  setting(
    "postgres.slowQueryMilliseconds",
    777,
    ({ postgres }) => postgres.slowQueryMilliseconds,
    "postgres.slowQueryMilliseconds",
  ),
  setting("postgres.insights", false, ({ postgres }) => postgres.insights, "postgres.insights"),
  setting("redis.memoryMiB", 777, ({ redis }) => redis[1]?.memoryMiB, "redis.0.memoryMiB", "redis.1.memoryMiB"),
  setting("redis.highAvailability", false, ({ redis }) => redis[1]?.highAvailability, "redis.1.highAvailability"),
  setting(
    "redis.snapshotRetentionDays",
    11,
    ({ redis }) => redis[0]?.snapshotRetentionDays,
    "redis.0.snapshotRetentionDays",
  ),
  setting(
    "redis.shareInstance",
    true,
    ({ redis }) => redis.length === 1,
    ...(["redis.0.roles.0", "redis.0.roles.1", "redis.0.evictionPolicy", "redis.0.persistence"] as const),
  ),
  setting(
    "storage.noncurrentVersionDays",
    77,
    ({ storage }) => storage[2]?.lifecycle.noncurrentVersionDays,
    "storage.2.lifecycle.noncurrentVersionDays",
  ),
  setting("replicas.minimum", 4, (topology) => web(topology).minReplicas, "compute.services.0.autoscaling.minReplicas"),
  setting(
    "replicas.maximum",
    44,
    (topology) => web(topology).maxReplicas,
    "compute.services.0.autoscaling.maxReplicas",
  ),
  setting("logRetentionDays", 77, ({ compute }) => compute.logRetentionDays, "compute.logRetentionDays"),
  setting("edge.accessLogRetentionDays", 77, ({ edge }) => edge.accessLogRetentionDays, "edge.accessLogRetentionDays"),
  setting("edge.hstsPreload", true, ({ edge }) => edge.headers.hsts.preload, "edge.headers.hsts.preload"),
  setting("edge.deniedCountries", ["CU"], ({ edge }) => edge.waf.deniedCountries, "edge.waf.deniedCountries.0"),
  setting("edge.deniedCidrs", ["203.0.113.0/24"], ({ edge }) => edge.waf.deniedCidrs, "edge.waf.deniedCidrs.0"),
];

/** Dotted paths of all that can be set. */
function settingPaths(): string[] {
  return Object.entries(settingsSchema.shape).flatMap(([group, schema]) =>
    "shape" in schema ? Object.keys(schema.shape).map((key) => `${group}.${key}`) : [group],
  );
}

function overridesOf({ path, value }: Setting): Record<string, unknown> {
  const [group = "", key] = path.split(".");
  return { [group]: key === undefined ? value : { [key]: value } };
}

describe("settings that a stack overrides", () => {
  const before = resolvedOf(validConfig("fixture", "aws", "prod"));

  it("are all of them", () => assert.deepEqual(settings.map(({ path }) => path).sort(), settingPaths().sort()));

  for (const setting of settings) {
    it(`${setting.path} is the stack's, and all else as before`, () => {
      const after = resolvedOf({ ...validConfig("fixture", "aws", "prod"), overrides: overridesOf(setting) });
      assert.notDeepEqual(setting.reads(before.value), setting.value);
      assert.deepEqual(setting.reads(after.value), setting.value);
      for (const path of setting.origins) assert.equal(after.origins[path], "stack", path);
      const stack = Object.keys(after.origins).filter((path) => after.origins[path] === "stack");
      const untouched = stack.filter((path) => before.origins[path] === "stack");
      const group = setting.origins[0]?.split(".")[0];
      for (const path of stack) {
        if (!untouched.includes(path) && setting.path !== "protect") assert.equal(path.split(".")[0], group, path);
      }
    });
  }

  it("leave the environment itself alone", () => {
    const { zones } = environments.prod.network;
    resolvedOf({ ...validConfig(), overrides: { network: { zones: 2 } } });
    assert.equal(environments.prod.network.zones, zones);
  });

  it("protect holds and frees everything that has data", () => {
    for (const protect of [true, false]) {
      const { value } = resolvedOf({ ...validConfig("fixture", "aws", "dev"), overrides: { protect } });
      const held = [value.postgres, ...value.redis, ...value.storage, value.edge];
      assert.deepEqual(new Set(held.map(({ deletionProtection }) => deletionProtection)), new Set([protect]));
    }
  });
});
