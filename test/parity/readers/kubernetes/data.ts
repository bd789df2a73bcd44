import type { PlanResource } from "../../../../preview/model/plan";
import { absent, atLeast, atMost, otherwise, type Reader, type Readings, type Values } from "../../fact";
import type { postgresFacts, redisFacts, storageFacts } from "../../facts/data";
import { parameterReadings } from "../../facts/parameters";
import { fields, input, list, mebibytes, millicores, type Native, number, table, text } from "../../native";

/** CloudNativePG. */
export const kubernetesPostgres: Readings<typeof postgresFacts> = {
  "postgres: major version": (native) => ({
    primary: /postgresql:(\d+)/.exec(text(cluster(native), "spec.imageName"))?.[1],
  }),
  "postgres: name of the database": (native) => ({ database: spec(native, "bootstrap.initdb.database") }),
  "postgres: name of the administrator": (native) => ({ admin: spec(native, "bootstrap.initdb.owner") }),
  "postgres: vCPU": (native) => ({ primary: (millicores(spec(native, "resources.limits.cpu")) ?? 0) / 1000 }),
  "postgres: memory in GiB": (native) => ({
    primary: (mebibytes(spec(native, "resources.requests.memory")) ?? 0) / 1024,
  }),
  "postgres: storage in GiB": atLeast((native) => ({ primary: number(spec(native, "storage.size")) })),
  "postgres: most storage in GiB": (native) => ({ primary: number(spec(native, "storage.size")) }),
  // Instances are one number: what is left when the others are taken away.
  "postgres: standby in another zone": (native) => ({
    primary: Number(spec(native, "instances")) - 1 - native.topology.postgres.readReplicas === 1,
  }),
  "postgres: read replicas": (native) => ({
    replicas: Number(spec(native, "instances")) - 1 - (native.topology.postgres.highAvailability ? 1 : 0),
  }),
  "postgres: days of backups": retention,
  // The object store keeps the log as long as the backups that need it.
  "postgres: days of point-in-time recovery": retention,
  "postgres: start of the backup": (native) => {
    const schedule = text(native.one("kubernetes:postgresql.cnpg.io/v1:ScheduledBackup"), "spec.schedule");
    const [, minutes = "", hours = ""] = schedule.split(" ");
    return { primary: `${hours.padStart(2, "0")}:${minutes.padStart(2, "0")}` };
  },
  "postgres: maintenance window": absent,
  "postgres: mode of the pooler": (native) => ({ pooler: input(pooler(native), "spec.pgbouncer.poolMode") }),
  "postgres: server connections of the pooler": atMost((native) => {
    const size = input(pooler(native), "spec.pgbouncer.parameters.default_pool_size");
    return { pooler: size && Number(size) * Number(input(pooler(native), "spec.instances")) };
  }),
  ...parameterReadings("kubernetes", parameter),
  "postgres: insights": (native) => ({ primary: parameter(native, "pg_stat_statements.track") === "all" }),
  "postgres: TLS is forced": (native) => ({
    primary: list(spec(native, "postgresql.pg_hba"))[0] === "hostnossl all all all reject",
  }),
  "postgres: lowest TLS": (native) => ({ primary: String(number(parameter(native, "ssl_min_protocol_version"))) }),
  "postgres: encrypted with a key of its own": absent,
  "postgres: refuses deletion": (native) => ({ primary: cluster(native)?.protect }),
  // Only Services of the operator's own, and a policy that names who may reach them.
  "postgres: no public address": (native) => ({
    primary: native.one("kubernetes:networking.k8s.io/v1:NetworkPolicy", "-postgres-instances") !== undefined,
  }),
};

/** Valkey on a volume. */
export const kubernetesRedis: Readings<typeof redisFacts> = {
  "redis: protocol version": ofServers(
    // Valkey 7.2 and 8 speak the protocol of Redis 7.
    (server) => (/valkey:(7\.2|8)\./.test(text(server, "spec.template.spec.containers.0.image")) ? "7" : undefined),
  ),
  "redis: memory in MiB": ofConfigs((config) => number(/^maxmemory (.*)$/m.exec(config)?.[1])),
  "redis: eviction policy": ofConfigs((config) => /^maxmemory-policy (.*)$/m.exec(config)?.[1]),
  // One file format for both: what differs is when it reaches the disk.
  "redis: persistence": ofConfigs((config) => (/^appendfsync everysec$/m.test(config) ? "append-only" : "snapshot")),
  "redis: replica in another zone": otherwise(ofServers((server) => Number(input(server, "spec.replicas")) > 1)),
  "redis: days of snapshots": absent,
  "redis: TLS is forced": ofConfigs((config) => /^port 0\ntls-port \d+$/m.test(config)),
  "redis: encrypted with a key of its own": absent,
  "redis: held by Pulumi": ofServers((server) => server.protect),
};

/** An object storage outside. */
export const kubernetesStorage: Readings<typeof storageFacts> = {
  "storage: buckets": (native) =>
    table(
      native.all("kubernetes:core/v1:ConfigMap", "storage"),
      (its) => text(its, "data.name").replace(`${native.name}-`, ""),
      () => true,
    ),
  "storage: versions": absent,
  "storage: days of earlier versions": absent,
  "storage: days of objects": absent,
  "storage: days of uploads that never completed": absent,
  "storage: origins": absent,
  "storage: methods": absent,
  "storage: seconds of CORS answers": absent,
  "storage: TLS only": (native) =>
    table(
      native.all("kubernetes:core/v1:ConfigMap", "storage"),
      (its) => native.short(its, "storage"),
      (its) => text(its, "data.endpoint").startsWith("https://"),
    ),
  "storage: nothing public": absent,
  "storage: encrypted with a key of its own": absent,
  "storage: held by Pulumi": absent,
};

function cluster(native: Native): PlanResource | undefined {
  return native.one("kubernetes:postgresql.cnpg.io/v1:Cluster");
}

function spec(native: Native, path: string): unknown {
  return input(cluster(native), `spec.${path}`);
}

function parameter(native: Native, name: string): unknown {
  return fields(spec(native, "postgresql.parameters"))[name];
}

function pooler(native: Native): PlanResource | undefined {
  return native.one("kubernetes:postgresql.cnpg.io/v1:Pooler");
}

function ofServers(value: (server: PlanResource) => unknown): Reader {
  return (native) =>
    table(
      native.topology.redis.flatMap(({ name }) =>
        native.all("kubernetes:apps/v1:Deployment", `redis-${name}`).map((server) => ({ name, server })),
      ),
      ({ name }) => name,
      ({ server }) => value(server),
    );
}

function ofConfigs(value: (config: string) => unknown): Reader {
  return (native) =>
    table(
      native.all("kubernetes:core/v1:ConfigMap").filter((its) => input(its, "data") !== undefined),
      (its) => /^redis-(.+?)(-[0-9a-f]{10})?$/.exec(text(its, "metadata.name"))?.[1],
      (its) => value(String(fields(input(its, "data"))["valkey.conf"])),
    );
}

function retention(native: Native): Values {
  return {
    primary: number(input(native.one("kubernetes:barmancloud.cnpg.io/v1:ObjectStore"), "spec.retentionPolicy")),
  };
}
