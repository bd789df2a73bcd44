import type { ConceptOptions } from "../../contract/capabilities";
import { different, full, refused } from "../../contract/capabilities/capability";

/** How Google Cloud supports each option of Redis. */
export const redisCapabilities: ConceptOptions<"redis"> = {
  "redis.memoryMiB": different(
    "Memorystore capacity",
    "whole GiB, at least one, of which 80 % hold data: snapshots need the rest",
  ),
  "redis.evictionPolicy": full("maxmemory-policy"),
  "redis.customerManagedKeys": full("Cloud KMS key with rotation"),
  "redis.passwordVersion": refused(
    "Memorystore makes the AUTH string itself, and makes a new one only when AUTH is switched off and on again",
  ),
  "redis.persistence": different(
    "RDB snapshots",
    "hourly for append-only, else daily; Memorystore has no append-only file",
  ),
  "redis.highAvailability": different(
    "Standard tier with automatic failover",
    "the tier is fixed: an instance that gets or loses its replica is made anew, and is empty; a protected one refuses",
  ),
  "redis.snapshotRetentionDays": different("the last RDB snapshot", "Memorystore keeps one; exports are made by hand"),
};
