import type { ConceptOptions } from "../../contract/capabilities";
import { different, full } from "../../contract/capabilities/capability";

/** How a cluster supports each option of Redis. */
export const redisCapabilities: ConceptOptions<"redis"> = {
  "redis.persistence": full(
    "an append-only file on a volume, on disk each second; for `snapshot` when the kernel writes it. One format: a change of it loses nothing",
  ),
  "redis.highAvailability": different(
    "one Pod on a persistent volume",
    "Kubernetes starts it again elsewhere: minutes, not seconds, and only where the volume can follow; after a node that is lost, not drained, eleven minutes by Kubernetes' defaults: five until its Pod is evicted, six until its volume is detached",
  ),
  "redis.snapshotRetentionDays": different(
    "the volume holds the last one",
    "copies are a matter of volume snapshots of the cluster",
  ),
  "redis.memoryMiB": different(
    "maxmemory and the Pod's limit",
    "its volume follows and can't shrink: less memory needs the volume's size, as `kubernetes.redisVolumeGiB`",
  ),
  "redis.evictionPolicy": full("maxmemory-policy"),
  "redis.customerManagedKeys": different("the StorageClass", "its key is the cluster's affair"),
  "redis.passwordVersion": full("a new generated Secret; the one before counts until the next"),
};
