import { daysOfWeek } from "../../../../components/contract";
import type { PlanResource } from "../../../../preview/model/plan";
import { atLeast, atMost, otherwise, type Reader, type Readings } from "../../fact";
import type { postgresFacts } from "../../facts/data";
import { parameterReadings } from "../../facts/parameters";
import { fields, input, list, type Native, number, text, textOf } from "../../native";

/**
 * vCPU and GiB of the machines that have names ("About instance settings", Cloud SQL for PostgreSQL); the others carry
 * them in theirs.
 */
const machines: Readonly<Record<string, readonly [number, number]>> = {
  "db-g1-small": [1, 1.7],
  "db-perf-optimized-N-2": [2, 16],
  "db-perf-optimized-N-4": [4, 32],
};

/** Cloud SQL. */
export const gcpPostgres: Readings<typeof postgresFacts> = {
  "postgres: major version": (native) => ({
    primary: /^POSTGRES_(\d+)$/.exec(text(primary(native), "databaseVersion"))?.[1],
  }),
  "postgres: name of the database": (native) => ({
    database: input(native.one("gcp:sql/database:Database"), "name"),
  }),
  "postgres: name of the administrator": (native) => ({ admin: input(native.one("gcp:sql/user:User"), "name") }),
  "postgres: vCPU": otherwise((native) => ({ primary: machine(native)[0] })),
  "postgres: memory in GiB": atLeast((native) => ({ primary: machine(native)[1] })),
  "postgres: storage in GiB": setting("diskSize"),
  "postgres: most storage in GiB": (native) => ({
    primary: input(primary(native), "settings.diskAutoresize") === true ? limit(native) : undefined,
  }),
  "postgres: standby in another zone": (native) => ({
    primary: text(primary(native), "settings.availabilityType") === "REGIONAL",
  }),
  "postgres: read replicas": (native) => ({
    replicas: native
      .all("gcp:sql/databaseInstance:DatabaseInstance")
      .filter((instance) => input(instance, "masterInstanceName") !== undefined).length,
  }),
  "postgres: days of backups": setting("backupConfiguration.backupRetentionSettings.retainedBackups"),
  "postgres: days of point-in-time recovery": atMost(setting("backupConfiguration.transactionLogRetentionDays")),
  "postgres: start of the backup": setting("backupConfiguration.startTime"),
  "postgres: maintenance window": (native) => {
    const day = daysOfWeek[Number(input(primary(native), "settings.maintenanceWindow.day")) - 1];
    const hour = text(primary(native), "settings.maintenanceWindow.hour").padStart(2, "0");
    return { primary: `${textOf(day)} ${hour}:00` };
  },
  "postgres: mode of the pooler": (native) => ({ pooler: poolFlag(native, "pool_mode") }),
  "postgres: server connections of the pooler": atMost((native) => ({
    pooler: number(poolFlag(native, "max_pool_size")),
  })),
  ...parameterReadings("gcp", flag),
  "postgres: insights": setting("insightsConfig.queryInsightsEnabled"),
  "postgres: TLS is forced": (native) => ({
    primary: text(primary(native), "settings.ipConfiguration.sslMode") === "ENCRYPTED_ONLY",
  }),
  // No flag lowers what PostgreSQL itself has from version 13 on (its documentation, `ssl_min_protocol_version`).
  "postgres: lowest TLS": (native) => ({
    primary:
      Number(number(text(primary(native), "databaseVersion"))) >= 13 &&
      flag(native, "ssl_min_protocol_version") === undefined
        ? "1.2"
        : undefined,
  }),
  "postgres: encrypted with a key of its own": (native) => ({
    primary: text(primary(native), "encryptionKeyName") !== "",
  }),
  "postgres: refuses deletion": (native) => {
    const instance = primary(native);
    const refuses = ["deletionProtection", "settings.deletionProtectionEnabled"];
    return { primary: refuses.every((path) => input(instance, path) === true) && instance?.protect === true };
  },
  "postgres: no public address": (native) => ({
    primary: input(primary(native), "settings.ipConfiguration.ipv4Enabled") === false,
  }),
};

function primary(native: Native): PlanResource | undefined {
  return native.one("gcp:sql/databaseInstance:DatabaseInstance", "-postgres-instance");
}

function setting(path: string): Reader {
  return (native) => ({ primary: input(primary(native), `settings.${path}`) });
}

function flag(native: Native, name: string): unknown {
  const flags = list(input(primary(native), "settings.databaseFlags")).map(fields);
  return flags.find((its) => its.name === name)?.value;
}

function limit(native: Native): unknown {
  return input(primary(native), "settings.diskAutoresizeLimit");
}

/** `db-custom-2-8192` is 2 vCPU and 8192 MiB. */
function machine(native: Native): readonly (number | undefined)[] {
  const tier = text(primary(native), "settings.tier");
  const [, cpus, memory] = /^db-custom-(\d+)-(\d+)$/.exec(tier) ?? [];
  return machines[tier] ?? [number(cpus), memory === undefined ? undefined : Number(memory) / 1024];
}

function poolFlag(native: Native, flag: string): unknown {
  const flags = list(input(primary(native), "settings.connectionPoolConfigs.0.flags")).map(fields);
  return flags.find(({ name }) => name === flag)?.value;
}
