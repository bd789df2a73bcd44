import type { PlanResource } from "../../../../preview/model/plan";
import { absent, atLeast, otherwise, type Reader, type Readings } from "../../fact";
import type { postgresFacts, redisFacts } from "../../facts/data";
import { parameterReadings } from "../../facts/parameters";
import { fields, input, list, type Native, number, text } from "../../native";

/** vCPU and GiB of what the plans use (Amazon RDS User Guide, "Hardware specifications for DB instance classes"). */
const instanceClasses: Readonly<Record<string, readonly [number, number]>> = {
  "db.t4g.micro": [2, 1],
  "db.t4g.medium": [2, 4],
  "db.m7g.large": [2, 8],
  "db.m7g.xlarge": [4, 16],
};

/** Memory for data in MiB (Amazon ElastiCache User Guide, "Redis OSS node-type specific parameters"). */
const nodeTypes: Readonly<Record<string, number>> = {
  // A quarter is kept back.
  "cache.t4g.micro": 384,
  "cache.t4g.small": 1051,
  "cache.t4g.medium": 2373,
};

/** RDS for PostgreSQL. */
export const awsPostgres: Readings<typeof postgresFacts> = {
  "postgres: major version": ofPrimary("engineVersion"),
  "postgres: name of the database": (native) => ({ database: input(primary(native), "dbName") }),
  "postgres: name of the administrator": (native) => ({ admin: input(primary(native), "username") }),
  "postgres: vCPU": (native) => ({ primary: instanceClasses[text(primary(native), "instanceClass")]?.[0] }),
  "postgres: memory in GiB": (native) => ({ primary: instanceClasses[text(primary(native), "instanceClass")]?.[1] }),
  "postgres: storage in GiB": ofPrimary("allocatedStorage"),
  "postgres: most storage in GiB": ofPrimary("maxAllocatedStorage"),
  "postgres: standby in another zone": ofPrimary("multiAz"),
  "postgres: read replicas": (native) => ({
    replicas: native.all("aws:rds/instance:Instance").filter((its) => input(its, "replicateSourceDb")).length,
  }),
  "postgres: days of backups": ofPrimary("backupRetentionPeriod"),
  "postgres: days of point-in-time recovery": ofPrimary("backupRetentionPeriod"),
  "postgres: start of the backup": (native) => ({ primary: text(primary(native), "backupWindow").split("-")[0] }),
  "postgres: maintenance window": (native) => {
    const [day = "", ...start] = (text(primary(native), "maintenanceWindow").split("-")[0] ?? "").split(":");
    return { primary: `${days[day]} ${start.join(":")}` };
  },
  // RDS Proxy has no mode: it is there, or it is not.
  "postgres: mode of the pooler": otherwise((native) => ({ pooler: native.one("aws:rds/proxy:Proxy")?.name })),
  "postgres: server connections of the pooler": atLeast((native) => {
    const percent = input(
      native.one("aws:rds/proxyDefaultTargetGroup:ProxyDefaultTargetGroup"),
      "connectionPoolConfig.maxConnectionsPercent",
    );
    const memory = instanceClasses[text(primary(native), "instanceClass")]?.[1];
    // `DBInstanceClassMemory / 9531392` is what RDS lets in.
    if (percent === undefined || memory === undefined) return {};
    return { pooler: Math.floor(((memory * 1024 ** 3) / 9_531_392) * (Number(percent) / 100)) };
  }),
  ...parameterReadings("aws", parameter),
  "postgres: insights": (native) => ({ primary: input(primary(native), "performanceInsightsEnabled") }),
  "postgres: TLS is forced": (native) => ({ primary: parameter(native, "rds.force_ssl") === "1" }),
  "postgres: lowest TLS": (native) => ({ primary: String(number(parameter(native, "ssl_min_protocol_version"))) }),
  "postgres: encrypted with a key of its own": atLeast((native) => ({
    primary: input(primary(native), "storageEncrypted") === true && text(primary(native), "kmsKeyId").includes(":key/"),
  })),
  "postgres: refuses deletion": (native) => {
    const database = primary(native);
    return { primary: input(database, "deletionProtection") === true && database?.protect === true };
  },
  "postgres: no public address": (native) => ({ primary: input(primary(native), "publiclyAccessible") === false }),
};

/** ElastiCache. */
export const awsRedis: Readings<typeof redisFacts> = {
  "redis: protocol version": ofGroups((group) => text(group, "engineVersion").split(".")[0]),
  "redis: memory in MiB": atLeast(ofGroups((group) => nodeTypes[text(group, "nodeType")])),
  "redis: eviction policy": (native) =>
    native.each("aws:elasticache/parameterGroup:ParameterGroup", instanceOf(native), (group) =>
      input(group, "parameters.0.value"),
    ),
  "redis: persistence": absent,
  "redis: replica in another zone": ofGroups(
    (group) => input(group, "multiAzEnabled") === true && input(group, "automaticFailoverEnabled") === true,
  ),
  "redis: days of snapshots": ofGroups((group) => input(group, "snapshotRetentionLimit")),
  "redis: TLS is forced": ofGroups(
    (group) => input(group, "transitEncryptionEnabled") === true && text(group, "transitEncryptionMode") === "required",
  ),
  "redis: encrypted with a key of its own": atLeast(
    ofGroups((group) => input(group, "atRestEncryptionEnabled") === true && text(group, "kmsKeyId").includes(":key/")),
  ),
  "redis: held by Pulumi": ofGroups((group) => group.protect),
};

const days: Readonly<Record<string, string>> = {
  mon: "monday",
  tue: "tuesday",
  wed: "wednesday",
  thu: "thursday",
  fri: "friday",
  sat: "saturday",
  sun: "sunday",
};

function primary(native: Native): PlanResource | undefined {
  return native.one("aws:rds/instance:Instance", "-postgres-instance");
}

function ofPrimary(path: string): Reader {
  return (native) => ({ primary: input(primary(native), path) });
}

function parameter(native: Native, name: string): unknown {
  const parameters = list(input(native.one("aws:rds/parameterGroup:ParameterGroup"), "parameters")).map(fields);
  return parameters.find((its) => its.name === name)?.value;
}

function ofGroups(value: (group: PlanResource) => unknown): Reader {
  return (native) => native.each("aws:elasticache/replicationGroup:ReplicationGroup", instanceOf(native), value);
}

/** `cache` of `shop-prod-redis-cache-group`. */
function instanceOf(native: Native): (resource: PlanResource) => string {
  return ({ name }) => name.replace(`${native.name}-redis-`, "").replace(/-[a-z]+$/, "");
}
