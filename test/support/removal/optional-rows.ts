import type { OptionalPath } from "./paths";
import type { Removal } from "./removal";
import type { Thing } from "./things";

/** How the tests take an optional part of a topology out. */
export type OptionalRow =
  /** As this thing, which has more than one part. */
  | { with: Thing }
  /** Wherever it stands, and nothing else. */
  | ({
      alone: true;
      /** What its own resources are called; it has none where left out. */
      own?: RegExp;
    } & Pick<Removal, "replaces" | "drawn" | "unknownTo">)
  /** Why it is not taken out. */
  | { kept: string };

const place: OptionalRow = { kept: "a stack of that cloud can't be without it, and one of another has none" };
const ofCluster = { alone: true, unknownTo: ["aws", "gcp", "azure"] } as const satisfies OptionalRow;
const ofAzure = { alone: true, unknownTo: ["aws", "gcp", "kubernetes"] } as const satisfies OptionalRow;
/** The right to pull is one at another registry then; both may be there at once. */
const pulls = /^azure-native:authorization:RoleAssignment$/;

/** Everything that a topology may do without. What becomes optional does not compile until it has its row. */
export const optionalRows: Readonly<Record<OptionalPath, OptionalRow>> = {
  postgres: { kept: "workloads refer to it: an application without one is another application" },
  "postgres.pooling": { with: "the pooler" },
  // Whoever lets browsers upload signs the addresses that they upload to.
  "storage[].cors": { alone: true, own: /-signs$|-cors$/, unknownTo: ["kubernetes"] },
  "storage[].lifecycle.infrequentAccessAfterDays": { alone: true, unknownTo: ["kubernetes"] },
  "storage[].lifecycle.expireAfterDays": { alone: true, unknownTo: ["kubernetes"] },
  "compute.services[].command": { alone: true },
  "compute.services[].port": { kept: "without one a service is a worker, which is another service" },
  "compute.services[].autoscaling.requestsPerMinute": { with: "the target of requests" },
  "compute.services[].probes.startup": { alone: true },
  "compute.services[].probes.readiness": { alone: true },
  "compute.services[].probes.liveness": { alone: true },
  "compute.migrations[].command": { alone: true },
  "compute.cronJobs[].command": { alone: true },
  edge: { kept: "an application that is not reached from outside is another application" },
  "edge.hosts[].service": { kept: "without one a bucket has to answer for all paths, which is another application" },
  "edge.cors": { with: "CORS" },
  "edge.headers.contentSecurityPolicy": { with: "the content security policy" },
  "edge.routes[].host": { kept: "it says which route it is: without it another one, which the test of lists adds" },
  "edge.routes[].service": { kept: "without one the bucket alone answers, which no target but one takes" },
  "edge.routes[].bucket": { kept: "it says where a route leads: without it another one, which the test of lists adds" },
  "platform.gcp": place,
  "platform.azure": place,
  "platform.azure.registryResourceGroup": { ...ofAzure, replaces: pulls },
  "platform.azure.registrySubscription": { ...ofAzure, replaces: pulls },
  "platform.kubernetes": place,
  "platform.kubernetes.trustedProxies": ofCluster,
  "platform.kubernetes.storageClass": ofCluster,
  // Without one, a name is drawn; another folder has a schedule of its own, which begins with a backup.
  "platform.kubernetes.backupName": { ...ofCluster, drawn: /-postgres-archive$/, replaces: /:ScheduledBackup$/ },
  "platform.kubernetes.dns": ofCluster,
  "platform.kubernetes.dns.namespace": ofCluster,
  "platform.kubernetes.dns.ports": ofCluster,
  "platform.kubernetes.dns.nodeCidrs": ofCluster,
  "platform.kubernetes.apiServerPorts": ofCluster,
  "platform.kubernetes.databaseOperatorNamespace": ofCluster,
  "platform.kubernetes.monitoringNamespace": { ...ofCluster, own: /-monitor$/ },
  "platform.kubernetes.monitoringLabels": ofCluster,
  "platform.kubernetes.redisVolumeGiB": {
    kept: "a volume can't shrink: it is there because less than it is refused",
  },
  "platform.kubernetes.egressCidrs": ofCluster,
};
