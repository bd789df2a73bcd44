import assert from "node:assert/strict";
import { environments } from "../../../infra/environments";
import { otherSetting, settingPaths } from "../../support/settings";
import { valueAt } from "../../support/value-at";
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

/** Settings that arrive elsewhere than at their own path, or that depend on others; each with a value that production does not have. */
const elsewhere: readonly Setting[] = [
  setting("protect", false, ({ context }) => context.protect, "context.protect", "storage.0.deletionProtection"),
  setting("customerManagedKeys", true, ({ context }) => context.customerManagedKeys, "context.customerManagedKeys"),
  setting("network.cidr", "10.9.0.0/16", ({ network }) => network.cidr, "network.cidr", "network.publicCidrs.0"),
  setting("network.zones", 2, ({ network }) => network.zones, "network.zones", "network.isolatedCidrs.0"),
  setting("postgres.readReplicas", 0, ({ postgres }) => postgres.readReplicas, "postgres.readReplicas"),
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
  setting("edge.hstsPreload", true, ({ edge }) => edge.headers.hsts.preload, "edge.headers.hsts.preload"),
  setting("edge.deniedCountries", ["CU"], ({ edge }) => edge.waf.deniedCountries, "edge.waf.deniedCountries.0"),
  setting("edge.deniedCidrs", ["203.0.113.0/24"], ({ edge }) => edge.waf.deniedCidrs, "edge.waf.deniedCidrs.0"),
];

/** The other settings arrive at their own path. */
const settings: readonly Setting[] = [
  ...elsewhere,
  ...settingPaths()
    .filter((path) => !elsewhere.some((one) => one.path === path))
    .map((path) => setting(path, otherSetting(path), (topology) => valueAt(topology, path), path)),
];

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
