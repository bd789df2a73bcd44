import type { PlanResource } from "../../../../preview/model/plan";
import { absent, atLeast, otherwise, type Reader, type Readings } from "../../fact";
import type { redisFacts, storageFacts } from "../../facts/data";
import { fields, input, list, table, text } from "../../native";

/** Memorystore for Redis. */
export const gcpRedis: Readings<typeof redisFacts> = {
  "redis: protocol version": ofInstances((its) => /^REDIS_(\d+)/.exec(text(its, "redisVersion"))?.[1]),
  "redis: memory in MiB": atLeast(ofInstances((its) => Number(input(its, "memorySizeGb")) * 1024)),
  "redis: eviction policy": ofInstances((its) => input(its, "redisConfigs.maxmemory-policy")),
  // Snapshots from time to time, oftener where a queue must lose little.
  "redis: persistence": otherwise(ofInstances((its) => input(its, "persistenceConfig.rdbSnapshotPeriod"))),
  "redis: replica in another zone": ofInstances((its) => text(its, "tier") === "STANDARD_HA"),
  "redis: days of snapshots": absent,
  "redis: TLS is forced": ofInstances(
    (its) => text(its, "transitEncryptionMode") === "SERVER_AUTHENTICATION" && input(its, "authEnabled") === true,
  ),
  "redis: encrypted with a key of its own": ofInstances((its) => text(its, "customerManagedKey") !== ""),
  "redis: held by Pulumi": ofInstances((its) => its.protect && input(its, "deletionProtection") === true),
};

/** Cloud Storage. */
export const gcpStorage: Readings<typeof storageFacts> = {
  "storage: buckets": ofBuckets(() => true),
  "storage: versions": ofBuckets((bucket) => input(bucket, "versioning.enabled")),
  "storage: days of earlier versions": ofBuckets((bucket) =>
    condition(bucket, ({ daysSinceNoncurrentTime }) => daysSinceNoncurrentTime),
  ),
  "storage: days of objects": ofBuckets((bucket) =>
    condition(bucket, ({ age, withState }) => (withState === "LIVE" ? age : undefined)),
  ),
  "storage: days of uploads that never completed": ofBuckets((bucket) =>
    condition(bucket, ({ age }) => age, "AbortIncompleteMultipartUpload"),
  ),
  "storage: origins": ofBuckets((bucket) => input(bucket, "cors.0.origins")),
  "storage: methods": ofBuckets((bucket) => input(bucket, "cors.0.methods")),
  "storage: seconds of CORS answers": ofBuckets((bucket) => input(bucket, "cors.0.maxAgeSeconds")),
  // No bucket has a switch for it: the clients' address is https.
  "storage: TLS only": absent,
  "storage: nothing public": ofBuckets(
    (bucket) =>
      text(bucket, "publicAccessPrevention") === "enforced" && input(bucket, "uniformBucketLevelAccess") === true,
  ),
  "storage: encrypted with a key of its own": ofBuckets(
    (bucket) => text(bucket, "encryption.defaultKmsKeyName") !== "",
  ),
  "storage: held by Pulumi": ofBuckets((bucket) => bucket.protect && input(bucket, "forceDestroy") === false),
};

function ofInstances(value: (instance: PlanResource) => unknown): Reader {
  return (native) =>
    native.each(
      "gcp:redis/instance:Instance",
      ({ name }) => name.replace(`${native.name}-redis-`, "").replace(/-instance$/, ""),
      value,
    );
}

/** The application's buckets. */
function ofBuckets(value: (bucket: PlanResource) => unknown): Reader {
  return (native) =>
    table(native.all("gcp:storage/bucket:Bucket", "storage"), (bucket) => native.short(bucket, "storage"), value);
}

function condition(
  bucket: PlanResource,
  value: (condition: Readonly<Record<string, unknown>>) => unknown,
  action = "Delete",
): unknown {
  return list(input(bucket, "lifecycleRules"))
    .map(fields)
    .filter((rule) => fields(rule.action).type === action)
    .map((rule) => value(fields(rule.condition)))
    .find((its) => its !== undefined);
}
