import { type PostgresSpec, postgresConnections } from "../../components/contract";
import type { ApplicationFacts, PostgresFacts } from "../apps/application";
import type { EnvironmentSettings } from "../config/settings";
import { type ResolveInputs, type Rotated, versionOf } from "./inputs";
import { app, fallback, Traced, type TracedTree } from "./traced";

/** What the database is resolved from. */
export interface PostgresInputs extends ResolveInputs, Rotated {
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
}: PostgresInputs): TracedTree<PostgresSpec> | undefined {
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
function loginsOf(user: string, { value, origin }: Traced<number>): Traced<PostgresSpec["logins"]> {
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

/** Who owns the database, and who signs in now; undefined where the application has none. */
export function databaseOf({ postgres }: ApplicationFacts, rotate: Rotated["rotate"]) {
  if (postgres === undefined) return undefined;
  const [login] = loginsOf(postgres.user, versionOf(rotate, "postgres")).value;
  return { user: postgres.user, login };
}
