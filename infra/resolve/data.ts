import { type BucketSpec, type PostgresSpec, postgresConnections, type RedisSpec } from "../../components/contract";
import type { ApplicationFacts, PostgresFacts, RedisFacts } from "../apps/application";
import type { EnvironmentSettings } from "../config/settings";
import { app, fallback, type Origin, Traced, type TracedTree } from "./traced";

/** What the data components are resolved from. */
export interface DataInputs {
  facts: ApplicationFacts;
  settings: EnvironmentSettings;
  settingOrigin: (path: string) => Origin;
  /** Versions of generated passwords that the stack raised. */
  rotate: Readonly<Record<string, number>>;
  /** Instances at most, by service: a rollout at full scale runs its surge beside all replicas. */
  mostInstances: Readonly<Record<string, number>>;
}

/** Decides every number of the database; undefined where the application has none. */
export function resolvePostgres({
  facts,
  settings,
  settingOrigin,
  rotate,
  mostInstances,
}: DataInputs): TracedTree<PostgresSpec> | undefined {
  const { postgres } = facts;
  if (postgres === undefined) return undefined;
  const set = <K extends keyof EnvironmentSettings["postgres"]>(key: K) =>
    new Traced(settings.postgres[key], settingOrigin(`postgres.${key}`));
  const replicas = Math.min(postgres.readReplicas, settings.postgres.readReplicas);
  return {
    version: app(postgres.version),
    database: app(postgres.database),
    user: app(postgres.user),
    logins: loginsOf(postgres.user, versionOf(rotate, "postgres")),
    admin: { user: fallback(administrator), passwordVersion: versionOf(rotate, "postgres.admin") },
    size: set("size"),
    storageGiB: set("storageGiB"),
    maxStorageGiB: set("maxStorageGiB"),
    highAvailability: set("highAvailability"),
    readReplicas: replicas === settings.postgres.readReplicas ? set("readReplicas") : app(replicas),
    backupRetentionDays: set("backupRetentionDays"),
    backupWindow: app(postgres.backupWindow),
    maintenanceWindow: app(postgres.maintenanceWindow),
    pooling: pooling(postgres, settings, mostInstances),
    slowQueryMilliseconds: set("slowQueryMilliseconds"),
    insights: set("insights"),
    deletionProtection: new Traced(settings.protect, settingOrigin("protect")),
  };
}

/** Taken by no application: config checks refuse it as a user. */
const administrator = "isotopo_admin";

/** The login of a version, and that of the version before. */
export function loginsOf(user: string, { value, origin }: Traced<number>): Traced<PostgresSpec["logins"]> {
  const login = (version: number) => ({ role: `${user}_${version}`, version });
  return new Traced(value > 1 ? [login(value), login(value - 1)] : [login(value)], origin);
}

/** A pooler where the application wants one, or where its instances could open more connections than there are. */
function pooling(
  postgres: PostgresFacts,
  settings: EnvironmentSettings,
  mostInstances: Readonly<Record<string, number>>,
): Traced<PostgresSpec["pooling"]> {
  const pooler = (mode: "transaction" | "session") => ({ mode, maxConnectionsPercent: 90 });
  if (postgres.pooling !== undefined) return app(pooler(postgres.pooling.mode));
  const wanted = Object.entries(postgres.connectionsPerInstance).reduce(
    (sum, [service, connections]) => sum + connections * (mostInstances[service] ?? 1),
    0,
  );
  return fallback(wanted > postgresConnections[settings.postgres.size] ? pooler("transaction") : undefined);
}

/** Decides the Redis instances: one per memory that must, or may, forget; or one for all where roles are shared. */
export function resolveRedis({ facts, settings, settingOrigin, rotate }: DataInputs): TracedTree<RedisSpec>[] {
  const set = <K extends keyof EnvironmentSettings["redis"]>(key: K) =>
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

/** An instance is as careful as its most careful role. */
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

/** Decides the buckets. */
export function resolveStorage({ facts, settings, settingOrigin }: DataInputs): TracedTree<BucketSpec>[] {
  return facts.buckets.map(
    ({ name, purpose, exposure, cors, expireAfterDays }): TracedTree<BucketSpec> => ({
      name: app(name),
      purpose: app(purpose),
      // A bucket whose versions can't be had back is no place for anybody's data.
      versioned: fallback(true),
      lifecycle: {
        // No application has asked for it: an object's class is what it was stored in.
        infrequentAccessAfterDays: undefined,
        noncurrentVersionDays: new Traced(
          settings.storage.noncurrentVersionDays,
          settingOrigin("storage.noncurrentVersionDays"),
        ),
        expireAfterDays: app(expireAfterDays),
        abortIncompleteUploadDays: fallback(7),
      },
      cors: app(cors),
      exposure: app(exposure),
      deletionProtection: new Traced(settings.protect, settingOrigin("protect")),
    }),
  );
}

/** Version of a generated password or secret: 1 until the stack raises it. */
export function versionOf(rotate: Readonly<Record<string, number>>, name: string): Traced<number> {
  const raised = rotate[name];
  return raised === undefined ? fallback(1) : new Traced(raised, "stack");
}
