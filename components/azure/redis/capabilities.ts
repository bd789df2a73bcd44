import type { ConceptOptions } from "../../contract/capabilities";
import { different, full, refused } from "../../contract/capabilities/capability";

/** How Azure supports each option of Redis. */
export const redisCapabilities: ConceptOptions<"redis"> = {
  "redis.memoryMiB": different(
    "Balanced SKU of Azure Managed Redis",
    "rounded up to a SKU, of which data has four fifths; over 19 GiB it is sharded and limits commands on several keys; a larger SKU in place may be refused below that, and without high availability loses all data: choose it before; the minor version of Redis 7 is Azure's choice",
  ),
  "redis.evictionPolicy": full("eviction policy of the database"),
  "redis.customerManagedKeys": different(
    "Key Vault key",
    "Azure Managed Redis names one version: after a rotation the old one goes on being used until the stack is updated",
  ),
  "redis.passwordVersion": refused(
    "Azure makes the access keys itself, and rotates them by an action that is no resource of the API",
  ),
  "redis.persistence": full("append-only file every second, or snapshots every 12 hours"),
  "redis.highAvailability": full("high availability of Azure Managed Redis, across zones where the region has them"),
  "redis.snapshotRetentionDays": different("the last snapshot on the managed disk", "earlier ones are not kept"),
};
