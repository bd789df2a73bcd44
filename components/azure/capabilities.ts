import type { CloudCapabilities } from "../contract/capabilities";
import { different, full, refused } from "../contract/capabilities/capability";
import { azureCdnCapabilities } from "./cdn/capabilities";
import { azureComputeCapabilities } from "./compute/capabilities";

/** What Azure makes of each option of a topology. */
export const azureCapabilities: CloudCapabilities = {
  "network.zones": different("subnets that span all zones", "each service spreads by itself; Azure chooses the zones"),
  "network.subnets": different(
    "one subnet each for workloads, database and private endpoints",
    "the first private and the first two isolated ranges; Front Door is outside of the network, so nothing is public",
  ),
  "network.nat": different("NAT gateway", "a subnet takes one, in a zone that Azure chooses: per-zone is one as well"),
  "network.flowLogRetentionDays": full("virtual network flow logs in a storage account"),
  "network.egress": different(
    "network security group rules",
    "by port: a rule knows addresses, not host names; the ports of all workloads are open to each",
  ),
  "registry.scanning": different(
    "Microsoft Defender for Containers",
    "a plan of the whole subscription, which nothing of one stack can switch on",
  ),
  "registry.immutableTags": different(
    "locks of single tags",
    "Container Registry has no rule for a whole repository; deploy by digest, as prod has to",
  ),
  "registry.untaggedRetentionDays": full("retention policy of Container Registry Premium"),
  "registry.keepTagged": full("a daily task of the registry (acr purge)"),
  "registry.pullers": full("AcrPull of the registry, by identity"),
  "images.repository": different(
    "AcrPull of the workload's identity",
    "on the whole registry that the host names: a Container Registry has no narrower built-in role without ABAC",
  ),
  "images.registries": different(
    "registries of the app or job",
    "the password is a reference to the vault, which was never tried for a registry; not from ECR, whose passwords last twelve hours",
  ),
  "images.egress": different(
    "network security group rules",
    "by port, for all workloads: the layers of an image come from hosts that its registry names later",
  ),
  "secrets.generated": full("random password in Key Vault, encrypted in Pulumi's state"),
  "secrets.external": full("stack config to Key Vault"),
  "identity.perWorkload": full("user-assigned identity, roles per secret, container and registry"),
  "postgres.size": different(
    "Flexible Server compute size",
    "micro and small share cores, with 4 GiB; with a standby, replicas or pooling they have 2 vCPU and 8 GiB of their own",
  ),
  "postgres.encryptionAtRest": full("Key Vault key, or Azure's own"),
  "postgres.customerManagedKeys": different(
    "Key Vault key with rotation",
    "backups are then not copied to the paired region, which would need a second vault there",
  ),
  "postgres.maxStorageGiB": different(
    "storage autogrow",
    "it has no limit of its own; sizes double from 32 GiB on, and storageGiB counts when the server is made",
  ),
  "postgres.highAvailability": different(
    "zone-redundant high availability",
    "switched on in two updates where the machine changes too (from micro or small); not in Japan West and Belgium Central",
  ),
  "postgres.readReplicas": different(
    "read replicas",
    "one grows before its primary does, by two updates, and none may be there while a major version is raised",
  ),
  "postgres.pooling": full("built-in PgBouncer on port 6432"),
  "postgres.backupRetentionDays": different(
    "automated backups and point-in-time recovery",
    "at least 7 days; in prod also in the paired region, where Azure has that",
  ),
  "postgres.backupWindow": different("automated backups", "Azure chooses when"),
  "postgres.slowQueryMilliseconds": full("log_min_duration_statement"),
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
    "Azure makes the access keys itself, and makes new ones by an action that no resource of the API stands for",
  ),
  "redis.persistence": full("append-only file every second, or snapshots every 12 hours"),
  "redis.highAvailability": full("high availability of Azure Managed Redis, across zones where the region has them"),
  "redis.snapshotRetentionDays": different("the last snapshot on the managed disk", "earlier ones are not kept"),
  "storage.bucket": full(
    "a container in a storage account of its own, in three zones; in prod also in the paired region, where Azure has that",
  ),
  "storage.interface": different(
    "Blob service by the workload's identity",
    "not the S3 interface: the application needs a client of Azure; `name` is the container, `endpoint` the account",
  ),
  "storage.customerManagedKeys": full("Key Vault key with rotation"),
  "storage.lifecycle": different(
    "lifecycle management policy",
    "uploads that never completed go after a week by themselves, whatever is asked",
  ),
  "storage.cors": different(
    "CORS rules of the blob service",
    "a bucket that the edge does not serve has no public address, so that no browser reaches it",
  ),
  ...azureComputeCapabilities,
  ...azureCdnCapabilities,
};
