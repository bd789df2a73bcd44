import type { RedisSpec } from "../../components/contract";
import type { ApplicationFacts, RedisFacts } from "../apps/application";
import type { Settings } from "../config/settings";
import { type ResolveInputs, type Rotated, versionOf } from "./inputs";
import { app, Traced, type TracedTree } from "./traced";

/** Resolves the Redis instances: one for queues, which must not evict, and one for caches; or one for all if roles are shared. */
export function resolveRedis({
  facts,
  settings,
  settingOrigin,
  rotate,
}: ResolveInputs & Rotated): TracedTree<RedisSpec>[] {
  const set = <K extends keyof Settings["redis"]>(key: K) =>
    new Traced(settings.redis[key], settingOrigin(`redis.${key}`));
  const { shareInstance } = settings.redis;
  const merged = shareInstance && instances(facts, true).length < instances(facts, false).length;
  const decided = <T>(value: T) => new Traced(value, merged ? settingOrigin("redis.shareInstance") : "app");
  return instances(facts, shareInstance).map(
    ({ name, version, roles, evictionPolicy, persistence }): TracedTree<RedisSpec> => ({
      name: app(name),
      roles: decided(roles),
      version: app(version),
      memoryMiB: set("memoryMiB"),
      evictionPolicy: decided(evictionPolicy),
      persistence: decided(persistence),
      highAvailability: set("highAvailability"),
      snapshotRetentionDays: set("snapshotRetentionDays"),
      deletionProtection: new Traced(settings.protect, settingOrigin("protect")),
      passwordVersion: versionOf(rotate, `redis.${name}`),
    }),
  );
}

type Instance = Pick<RedisSpec, "name" | "version" | "roles" | "evictionPolicy" | "persistence">;

/** Names of the instances that the roles need. */
export function redisInstanceNames(facts: ApplicationFacts, share: boolean): string[] {
  return instances(facts, share).map(({ name }) => name);
}

function instances({ redis }: ApplicationFacts, share: boolean): Instance[] {
  if (redis === undefined) return [];
  const roles = Object.entries(redis.roles);
  const queues = roles.filter(([, { evictionPolicy }]) => evictionPolicy === "noeviction");
  const caches = roles.filter(([, { evictionPolicy }]) => evictionPolicy !== "noeviction");
  if (roles.length === 0) return [];
  if (share || queues.length === 0 || caches.length === 0) {
    return [instance(caches.length > 0 ? "cache" : "queue", redis, roles)];
  }
  return [instance("cache", redis, caches), instance("queue", redis, queues)];
}

/** An instance follows its most careful role. */
function instance(name: string, { version }: RedisFacts, roles: [string, RedisFacts["roles"][string]][]): Instance {
  const settings = roles.map(([, role]) => role);
  return {
    name,
    version,
    roles: roles.map(([role]) => role),
    evictionPolicy: settings.some(({ evictionPolicy }) => evictionPolicy === "noeviction")
      ? "noeviction"
      : "allkeys-lru",
    persistence: settings.some(({ persistence }) => persistence === "append-only") ? "append-only" : "snapshot",
  };
}
