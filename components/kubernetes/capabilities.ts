import type { CloudCapabilities } from "../contract/capabilities";
import { different, full, refused } from "../contract/capabilities/capability";

/** What a Kubernetes cluster makes of each option of a topology. */
export const kubernetesCapabilities: CloudCapabilities = {
  "network.zones": different("topology spread constraints", "the cluster's nodes decide which zones there are"),
  "network.nat": different("the cluster's own egress", "NAT belongs to the cluster, not to the namespace"),
  "network.flowLogRetentionDays": different(
    "the cluster's network plugin",
    "NetworkPolicy has no log; the plugin may have one",
  ),
  "network.egress": different(
    "NetworkPolicy",
    "by port: a NetworkPolicy knows addresses, not host names; private ranges are reached where `kubernetes.egressCidrs` names them",
  ),
  "registry.scanning": different("the registry that the image references name", "a cluster has no registry of its own"),
  "registry.pullers": different("the registry that the image references name", "a cluster has no registry of its own"),
  "images.repository": different(
    "imagePullSecrets, else the node",
    "what a node may pull is the cluster's own affair; a login may pull what its registry lets it",
  ),
  "images.registries": full("imagePullSecrets of the workload's ServiceAccount, by the host of its image"),
  "images.egress": different("nothing", "nodes pull images, outside of any NetworkPolicy"),
  "secrets.generated": different(
    "External Secrets password generator; never in Pulumi's state",
    "the cluster holds the only copy: back its Secrets up, or what they encrypted is lost with it",
  ),
  "secrets.external": different(
    "stack config to a Secret, else ExternalSecret from the cluster's secret store",
    "a value that the stack does not give is read from the ClusterSecretStore under <app>/<environment>/<name>; containers take a change there up when they start",
  ),
  "identity.perWorkload": different(
    "ServiceAccount without a mounted token",
    "all workloads with buckets share one pair of keys of the object storage",
  ),
  "postgres.size": different(
    "requests and limits of the CloudNativePG instances",
    "micro and small are not shared: what is requested is reserved",
  ),
  "postgres.encryptionAtRest": different(
    "the StorageClass and the object store",
    "the cluster's storage decides; choose an encrypted StorageClass",
  ),
  "postgres.maxStorageGiB": different(
    "the volume is made as large as this from the start",
    "volumes grow when asked, not by themselves",
  ),
  "postgres.highAvailability": different(
    "CloudNativePG instances on different nodes, and in different zones where there are some; commits are synchronous",
    "with one standby alone, which is gone, the primary goes on without it rather than stop",
  ),
  "postgres.readReplicas": full("CloudNativePG replicas behind the -ro service"),
  "postgres.pooling": different(
    "CloudNativePG Pooler (PgBouncer)",
    "a rollout has one Pod more, which may hold connections too, so that each has a share of one more than run",
  ),
  "postgres.backupRetentionDays": different(
    "CloudNativePG ScheduledBackup and WAL archive by the Barman plugin",
    "the bucket outlives the stack: the archive of a stack that was destroyed stays until somebody deletes it; each major version has a folder of its own, and no point in time is restored across two",
  ),
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
  "storage.bucket": different(
    "an external bucket by the S3 interface",
    "it is made outside: its encryption, versions and lifecycle are its provider's",
  ),
  "compute.probes.startup": full("startupProbe"),
  "compute.probes.readiness": full("readinessProbe"),
  "compute.requests": full("resource requests"),
  "compute.autoscaling.requestsPerMinute": different(
    "CPU and memory only",
    "the cluster has no request metric without a metrics adapter",
  ),
  "compute.autoscaling.pace": full("HorizontalPodAutoscaler behavior"),
  "compute.autoscaling.scaleToZero": refused("a HorizontalPodAutoscaler goes down to 1"),
  "compute.rollout.maxSurge": full("maxSurge"),
  "compute.rollout.rollback": different(
    "progress deadline",
    "a failed rollout stops and the old Pods go on serving; Pulumi reports it, and the next `up` runs a failed migration again and rolls",
  ),
  "compute.rollout.minReadySeconds": full("minReadySeconds"),
  "compute.cronJobs": full("CronJob"),
  "compute.migration": full("a Job that Pulumi awaits"),
  "compute.writablePaths": different(
    "emptyDir volumes with fsGroup",
    "each up to 1 GiB of the node's disk; a Pod that writes more is evicted",
  ),
  "cdn.routes.bucket": different(
    "the route's service",
    "a private bucket can't be read without signing; the service has the same files",
  ),
  "cdn.bucketsOnly": refused("the edge of a cluster has no private way to a bucket: a service answers in its place"),
  "cdn.routes.host": full("a server per host in the edge proxy"),
  "cdn.errorPages": different(
    "error pages of the edge proxy",
    "for what the proxy itself answers, from 500 on; a page that can't be had, and was not had in the last week, is a plain one of the proxy's",
  ),
  "cdn.cache": different(
    "a cache in the edge proxy",
    "near the cluster, not near the client, of static routes only, and fresh for a day at most",
  ),
  "cdn.waf.managedRules": different(
    "method, size, header and extension rules of the edge proxy",
    "a cluster has no managed rule set; put a firewall in front where one is needed",
  ),
  "cdn.waf.rateRules": different(
    "the edge proxy's request zones",
    "each edge replica counts for itself; a rate below one a minute is one a minute; a rule without a burst takes all its requests at once, then as many as its rate",
  ),
  "cdn.waf.maxBodyMiB": different(
    "body limit of the edge proxy",
    "and of 100 kB or more, 32 at a time in each edge replica, 8 of one client: the next gets 503",
  ),
  "cdn.waf.deniedCountries": refused("the edge proxy knows no countries; put a firewall in front"),
  "cdn.dns": different("hostnames of the Gateway", "external-dns, where the cluster has it, reads them there"),
  "cdn.certificate": different(
    "a cert-manager Certificate per host",
    "the lowest TLS version is the Gateway implementation's: Gateway API has no field for it",
  ),
  "cdn.deletionProtection": different("Pulumi protect on the Gateway", "the API server itself does not refuse"),
  "network.subnets": different("the cluster's pod network", "subnets belong to the cluster, not to the namespace"),
  "registry.immutableTags": different(
    "the registry that the image references name",
    "a cluster has no registry of its own",
  ),
  "registry.untaggedRetentionDays": different(
    "the registry that the image references name",
    "a cluster has no registry of its own",
  ),
  "registry.keepTagged": different(
    "the registry that the image references name",
    "a cluster has no registry of its own",
  ),
  "postgres.customerManagedKeys": different("the StorageClass", "its key is the cluster's affair"),
  "postgres.backupWindow": different(
    "schedule of the ScheduledBackup",
    "there is no maintenance window: a minor version comes with the image, when the topology is applied",
  ),
  "postgres.slowQueryMilliseconds": full("log_min_duration_statement"),
  "redis.memoryMiB": different(
    "maxmemory and the Pod's limit",
    "its volume follows and can't shrink: less memory needs the volume's size, as `kubernetes.redisVolumeGiB`",
  ),
  "redis.evictionPolicy": full("maxmemory-policy"),
  "redis.customerManagedKeys": different("the StorageClass", "its key is the cluster's affair"),
  "redis.passwordVersion": full("a new generated Secret; the one before counts until the next"),
  "storage.interface": different("S3 interface of the object storage", "the application brings its own access keys"),
  "storage.customerManagedKeys": different("the object storage", "its provider's affair"),
  "storage.lifecycle": different("the object storage", "its provider's affair"),
  "storage.cors": different("the object storage", "its provider's affair"),
  "compute.probes.liveness": full("livenessProbe"),
  "compute.probes.exec": full("exec probes"),
  "compute.limits": full("resource limits"),
  "compute.uid": full("runAsUser, runAsNonRoot"),
  "compute.readOnlyRoot": full("readOnlyRootFilesystem"),
  "compute.terminationGraceSeconds": different(
    "terminationGracePeriodSeconds",
    "it counts the five seconds before SIGTERM too, in which the addresses are taken out, so that it is five longer",
  ),
  "compute.autoscaling.targets": full("HorizontalPodAutoscaler"),
  "compute.autoscaling.workers": full("HorizontalPodAutoscaler"),
  "compute.rollout.repeated": full(
    "Pulumi waits for the Deployment again, and its Pods are started again by themselves",
  ),
  "compute.run": full("new Pods, by an annotation of theirs"),
  "compute.rollout.recreate": full("strategy Recreate"),
  "cdn.routes.timeoutSeconds": full("proxy_read_timeout"),
  "cdn.routes.websocket": different(
    "a location of the edge proxy for upgrades",
    "an idle one lives for an hour here, and as long as the Gateway's implementation lets it: Envoy five minutes",
  ),
  "cdn.routes.streaming": full("proxy_buffering off"),
  "cdn.redirects": full("locations of the edge proxy"),
  "cdn.headers": full("headers of the edge proxy"),
  "cdn.cors": full("headers of the edge proxy"),
  "cdn.compression": different("gzip in the edge proxy", "no Brotli"),
  "cdn.accessLogRetentionDays": different(
    "the edge proxy's standard output",
    "the cluster's log collection keeps it as long as it keeps logs, and the containers' logs too",
  ),
  "cdn.waf.deniedExtensions": full("locations of the edge proxy"),
  "cdn.waf.droppedHeaders": full("headers of the edge proxy"),
  "cdn.waf.deniedCidrs": full("deny rules of the edge proxy"),
};
