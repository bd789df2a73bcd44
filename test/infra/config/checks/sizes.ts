import { type BrokenConfig, onCluster, override } from "./row";

/** Counts, sizes, durations and switches of the environment. */
export const brokenSizes: readonly BrokenConfig[] = [
  override(
    "a duration of nothing",
    { network: { flowLogRetentionDays: 0 } },
    "network.flowLogRetentionDays is 0; allowed: at least 1",
  ),
  override(
    "a duration of eleven years",
    { network: { flowLogRetentionDays: 4000 } },
    "network.flowLogRetentionDays is 4000; allowed: at most 3653",
  ),
  override(
    "a duration with its unit",
    { logRetentionDays: "30d" },
    'logRetentionDays is "30d"; allowed: a whole number',
  ),
  override(
    "a duration of days and hours",
    { logRetentionDays: 1.5 },
    "logRetentionDays is 1.5; allowed: a whole number",
  ),
  override(
    "a duration of nobody knows what",
    { logRetentionDays: null },
    "logRetentionDays is null; allowed: a whole number",
  ),
  override(
    "a duration beyond all whole numbers",
    { logRetentionDays: 1e20 },
    "logRetentionDays is 100000000000000000000; allowed: at most 3653",
  ),
  override(
    "a duration below all whole numbers",
    { logRetentionDays: -1e20 },
    "logRetentionDays is -100000000000000000000; allowed: at least 1",
  ),
  override("a switch in a text", { protect: "yes" }, 'protect is "yes"; allowed: true or false'),
  override("too little memory", { redis: { memoryMiB: 32 } }, "redis.memoryMiB is 32; allowed: at least 64"),
  override(
    "snapshots that are kept too long",
    { redis: { snapshotRetentionDays: 40 } },
    "redis.snapshotRetentionDays is 40; allowed: at most 35",
  ),
  override(
    "versions that are kept for no day",
    { storage: { noncurrentVersionDays: 0 } },
    "storage.noncurrentVersionDays is 0; allowed: at least 1",
  ),
  {
    name: "settings in a list",
    change: { overrides: [] },
    messages: ["isotopo:overrides is []; allowed: a set of keys and values"],
  },
  {
    name: "settings that are no JSON",
    base: onCluster,
    change: { overrides: "{protect: true" },
    messages: ['isotopo:overrides is "{protect: true"; allowed: a set of keys and values'],
  },
];
