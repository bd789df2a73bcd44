import { daysOfWeek } from "../../../../components/contract";
import type { PlanResource } from "../../../../preview/model/plan";
import { absent, atLeast, type Reader, type Readings } from "../../fact";
import type { postgresFacts, redisFacts } from "../../facts/data";
import { parameterReadings } from "../../facts/parameters";
import { fields, input, type Native, number, text, textOf } from "../../native";

/** vCPU and GiB of what the plans use ("Compute options in Azure Database for PostgreSQL"). */
const machines: Readonly<Record<string, readonly [number, number]>> = {
  Standard_B2s: [2, 4],
  Standard_D2ds_v5: [2, 8],
  Standard_D4ds_v5: [4, 16],
};

/** MiB of what the plans use ("Azure Managed Redis: tiers and SKUs at a glance"). */
const redisSizes: Readonly<Record<string, number>> = { Balanced_B0: 512, Balanced_B1: 1024, Balanced_B3: 3072 };

const evictionPolicies: Readonly<Record<string, string>> = { NoEviction: "noeviction", AllKeysLRU: "allkeys-lru" };

/** Flexible Server. */
export const azurePostgres: Readings<typeof postgresFacts> = {
  "postgres: major version": ofServer("version"),
  "postgres: name of the database": (native) => ({
    database: input(native.one("azure-native:dbforpostgresql:Database"), "databaseName"),
  }),
  "postgres: name of the administrator": (native) => ({ admin: input(server(native), "administratorLogin") }),
  "postgres: vCPU": (native) => ({ primary: machines[text(server(native), "sku.name")]?.[0] }),
  "postgres: memory in GiB": atLeast((native) => ({ primary: machines[text(server(native), "sku.name")]?.[1] })),
  "postgres: storage in GiB": atLeast(ofServer("storage.storageSizeGB")),
  "postgres: most storage in GiB": absent,
  "postgres: standby in another zone": (native) => ({
    primary: text(server(native), "highAvailability.mode") === "ZoneRedundant",
  }),
  "postgres: read replicas": (native) => ({
    replicas: native.all("azure-native:dbforpostgresql:Server").filter((its) => text(its, "createMode") === "Replica")
      .length,
  }),
  "postgres: days of backups": ofServer("backup.backupRetentionDays"),
  "postgres: days of point-in-time recovery": ofServer("backup.backupRetentionDays"),
  "postgres: start of the backup": absent,
  "postgres: maintenance window": (native) => {
    const { dayOfWeek, startHour, startMinute } = fields(input(server(native), "maintenanceWindow"));
    const day = daysOfWeek[(Number(dayOfWeek) + daysOfWeek.length - 1) % daysOfWeek.length];
    const time = [startHour, startMinute].map((part) => textOf(part).padStart(2, "0")).join(":");
    return { primary: `${textOf(day)} ${time}` };
  },
  "postgres: mode of the pooler": (native) => ({ pooler: parameter(native, "pgbouncer.pool_mode") }),
  "postgres: server connections of the pooler": (native) => ({
    pooler: number(parameter(native, "pgbouncer.default_pool_size")),
  }),
  ...parameterReadings("azure", parameter),
  "postgres: insights": (native) => ({ primary: parameter(native, "pg_qs.query_capture_mode") === "top" }),
  "postgres: TLS is forced": (native) => ({ primary: parameter(native, "require_secure_transport") === "on" }),
  "postgres: lowest TLS": (native) => ({ primary: String(number(parameter(native, "ssl_min_protocol_version"))) }),
  "postgres: encrypted with a key of its own": (native) => ({
    primary: text(server(native), "dataEncryption.type") === "AzureKeyVault",
  }),
  "postgres: refuses deletion": (native) => ({
    primary: server(native)?.protect === true && locked(native, "postgres"),
  }),
  "postgres: no public address": (native) => ({
    primary: text(server(native), "network.publicNetworkAccess") === "Disabled",
  }),
};

/** Azure Managed Redis. */
export const azureRedis: Readings<typeof redisFacts> = {
  "redis: protocol version": absent,
  "redis: memory in MiB": atLeast(ofClusters((cluster) => redisSizes[text(cluster, "sku.name")])),
  "redis: eviction policy": ofDatabases((database) => evictionPolicies[text(database, "evictionPolicy")]),
  "redis: persistence": ofDatabases((database) =>
    input(database, "persistence.aofEnabled") === true
      ? "append-only"
      : input(database, "persistence.rdbEnabled") === true
        ? "snapshot"
        : undefined,
  ),
  "redis: replica in another zone": ofClusters((cluster) => text(cluster, "highAvailability") === "Enabled"),
  "redis: days of snapshots": absent,
  "redis: TLS is forced": ofDatabases((database) => text(database, "clientProtocol") === "Encrypted"),
  "redis: encrypted with a key of its own": ofClusters(
    (cluster) => input(cluster, "encryption.customerManagedKeyEncryption") !== undefined,
  ),
  "redis: held by Pulumi": (native) =>
    ofClusters((cluster) => cluster.protect && locked(native, `redis-${instanceOf(native, cluster)}`))(native),
};

function server(native: Native): PlanResource | undefined {
  return native.one("azure-native:dbforpostgresql:Server", "-postgres-server");
}

function ofServer(path: string): Reader {
  return (native) => ({ primary: input(server(native), path) });
}

function parameter(native: Native, name: string): unknown {
  const set = native.all("azure-native:dbforpostgresql:Configuration");
  return input(
    set.find((its) => text(its, "configurationName") === name),
    "value",
  );
}

function locked(native: Native, concept: string): boolean {
  const locks = native.all("azure-native:authorization:ManagementLockByScope", concept);
  return locks.some((lock) => text(lock, "level") === "CanNotDelete");
}

function ofClusters(value: (cluster: PlanResource) => unknown): Reader {
  return (native) =>
    native.each("azure-native:redisenterprise:RedisEnterprise", (its) => instanceOf(native, its), value);
}

function ofDatabases(value: (database: PlanResource) => unknown): Reader {
  return (native) => native.each("azure-native:redisenterprise:Database", (its) => instanceOf(native, its), value);
}

/** `cache` of `shop-prod-redis-cache-cluster`. */
function instanceOf(native: Native, { name }: PlanResource): string {
  return name.replace(`${native.name}-redis-`, "").replace(/-[a-z]+$/, "");
}
