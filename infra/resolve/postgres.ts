import { type PostgresSpec, postgresConnections } from "../../components/contract";
import type { ApplicationFacts, PostgresFacts } from "../apps/application";
import type { Settings } from "../config/settings";
import { type ResolveInputs, type Rotated, versionOf } from "./inputs";
import { app, fallback, Traced, type TracedTree } from "./traced";

/** The input of a resolved database. */
export interface PostgresInputs extends ResolveInputs, Rotated {
  /** Maximum of instances by service: a rollout at full scale runs its surge beside all replicas. */
  mostInstances: Readonly<Record<string, number>>;
}

/** Resolves the database; undefined if the application has none. */
export function resolvePostgres({
  facts,
  settings,
  settingOrigin,
  rotate,
  mostInstances,
}: PostgresInputs): TracedTree<PostgresSpec> | undefined {
  const { postgres } = facts;
  if (postgres === undefined) return undefined;
  const set = <K extends keyof Settings["postgres"]>(key: K) =>
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

/** No application may use this name: config checks refuse it as a user. */
const administrator = "isotopo_admin";

/** The login of a version, and the one before it. */
function loginsOf(user: string, { value, origin }: Traced<number>): Traced<PostgresSpec["logins"]> {
  const login = (version: number) => ({ role: `${user}_${version}`, version });
  return new Traced(value > 1 ? [login(value), login(value - 1)] : [login(value)], origin);
}

/** A pooler if the application asks for one, or if its instances could open more connections than the database allows. */
function pooling(
  postgres: PostgresFacts,
  settings: Settings,
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

/** Owner and current login of the database; undefined if the application has none. */
export function databaseOf({ postgres }: ApplicationFacts, rotate: Rotated["rotate"]) {
  if (postgres === undefined) return undefined;
  const [login] = loginsOf(postgres.user, versionOf(rotate, "postgres")).value;
  return { user: postgres.user, login };
}
