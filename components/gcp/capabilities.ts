import type { CloudCapabilities } from "../contract/capabilities";
import { different, full, refused } from "../contract/capabilities/capability";
import { gcpCdnCapabilities } from "./cdn/capabilities";
import { gcpComputeCapabilities } from "./compute/capabilities";

/** What Google Cloud makes of each option of a topology. */
export const gcpCapabilities: CloudCapabilities = {
  "network.zones": different("a regional subnet", "it spans all zones of the region; Cloud Run chooses them"),
  "network.subnets": different(
    "one regional subnet, a range for each of two services",
    "the first private range; the first isolated one for the database, the second for Redis; the load balancer is outside of the network, so nothing is public",
  ),
  "network.nat": different(
    "Cloud NAT",
    "a service of the region that no zone takes down: one is as good as one per zone; its addresses are Google's to choose and may change",
  ),
  "network.flowLogRetentionDays": different(
    "VPC flow logs in a log bucket",
    "all flows in prod, half of them elsewhere, to save cost",
  ),
  "network.egress": different(
    "VPC firewall rules",
    "by port: a VPC firewall rule knows addresses, not host names; the ports of all workloads are open to each; what Cloud Run sends leaves no firewall log, only flow logs",
  ),
  "registry.scanning": different(
    "Artifact Analysis",
    "on push where the project has enabled the Container Scanning API; a repository can only opt out",
  ),
  "registry.immutableTags": full("immutable tags of Artifact Registry"),
  "registry.untaggedRetentionDays": full("cleanup policy"),
  "registry.keepTagged": different(
    "none: all tagged images are kept",
    "a tag that can't be moved can't be deleted either, so that clean-up takes untagged images only",
  ),
  "registry.pullers": full("Artifact Registry Reader of the repository, for Cloud Run's service agent of a project"),
  "images.repository": different(
    "Cloud Run's service agent",
    "one for all stacks of a project: it reads every repository of its own, and of another project those that grant it, in the registry's own program",
  ),
  "images.registries": different(
    "a remote repository of Artifact Registry",
    "Cloud Run pulls from Artifact Registry, and what is public of Docker Hub and GitHub: any other image comes through it; not from ECR, whose passwords last twelve hours",
  ),
  "images.egress": different("nothing", "images are pulled outside of the network"),
  "secrets.generated": full("random password in Secret Manager, encrypted in Pulumi's state"),
  "secrets.external": full("stack config to Secret Manager"),
  "identity.perWorkload": different(
    "a service account per workload, grants per secret and bucket",
    "who uses a bucket that browsers call may sign addresses for them",
  ),
  "postgres.size": different(
    "Cloud SQL machine type",
    "micro is one shared vCPU with 1.7 GiB; with pooling the smallest machine has 2 vCPU and 16 GiB",
  ),
  "postgres.encryptionAtRest": full("Cloud KMS key, or Google's own"),
  "postgres.customerManagedKeys": full("Cloud KMS key with rotation"),
  "postgres.maxStorageGiB": different(
    "automatic storage increase with a limit",
    "storageGiB counts when the instance is made: later it grows by itself, never shrinks, and an update that does not refresh the state first is refused",
  ),
  "postgres.highAvailability": full("regional availability"),
  "postgres.readReplicas": full("read replicas"),
  "postgres.pooling": different(
    "Managed Connection Pooling",
    "it is part of the Enterprise Plus edition only, so that pooling brings that edition and its machines; a pool may have half of the share, as two users sign in while a password is rotated",
  ),
  "postgres.backupRetentionDays": different(
    "automated backups and point-in-time recovery",
    "without pooling the log for point-in-time recovery is kept 7 days at most, an edition's limit; daily backups as long as asked",
  ),
  "postgres.backupWindow": different(
    "start of the backup",
    "it takes up to four hours, whatever the length of the window",
  ),
  "postgres.slowQueryMilliseconds": full("log_min_duration_statement, in the log bucket of the containers"),
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
  "storage.bucket": different(
    "Cloud Storage with uniform access and public access prevention",
    "no rule refuses plain HTTP: clients are given a TLS address, and nothing is answered without a token",
  ),
  "storage.interface": different(
    "Cloud Storage's own interface, by the workload's identity",
    "a client of S3 needs HMAC keys, which are static and not made here",
  ),
  "storage.customerManagedKeys": full("Cloud KMS key with rotation"),
  "storage.lifecycle": full("lifecycle rules"),
  "storage.cors": full("CORS rules"),
  ...gcpComputeCapabilities,
  ...gcpCdnCapabilities,
};
