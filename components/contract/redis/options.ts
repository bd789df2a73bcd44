import type { OptionsOf } from "../capabilities/capability";

/** Redis instances. */
export const redisOptions = [
  {
    name: "redis.memoryMiB",
    meaning: "At least so much memory for data.",
  },
  {
    name: "redis.evictionPolicy",
    meaning: "What is forgotten when memory is full.",
  },
  {
    name: "redis.customerManagedKeys",
    meaning: "Encrypted with a key of the topology's own.",
  },
  {
    name: "redis.passwordVersion",
    meaning: "A new password when its version is raised.",
    usedBy: ({ redis }) => redis.filter(({ passwordVersion }) => passwordVersion > 1).map(({ name }) => name),
    configKey: { key: "rotate", allowed: "nothing of redis" },
  },
  {
    name: "redis.persistence",
    meaning: "What survives a restart.",
  },
  {
    name: "redis.highAvailability",
    meaning: "A replica in another zone takes over by itself.",
  },
  {
    name: "redis.snapshotRetentionDays",
    meaning: "Snapshots are kept so long.",
  },
] as const satisfies OptionsOf<"redis">;
