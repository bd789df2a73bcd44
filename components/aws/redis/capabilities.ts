import type { ConceptOptions } from "../../contract/capabilities";
import { different, full } from "../../contract/capabilities/capability";

/** How AWS supports each option of Redis. */
export const redisCapabilities: ConceptOptions<"redis"> = {
  "redis.persistence": different(
    "Multi-AZ replicas and daily snapshots",
    "ElastiCache has no append-only file on these versions",
  ),
  "redis.highAvailability": full("Multi-AZ with automatic failover"),
  "redis.snapshotRetentionDays": full("ElastiCache snapshots"),
  "redis.memoryMiB": different(
    "ElastiCache node type",
    "rounded up to a node that there is, without the quarter that a node keeps back",
  ),
  "redis.evictionPolicy": full("maxmemory-policy of the parameter group"),
  "redis.customerManagedKeys": different("KMS key of the cache", "always: there is no choice to do without"),
  "redis.passwordVersion": full("auth token, rotated in place"),
};
