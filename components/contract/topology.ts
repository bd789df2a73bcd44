import type { CdnSpec } from "./cdn";
import type { ComputeSpec } from "./compute";
import type { ComponentContext } from "./context";
import type { IdentitySpec } from "./identity";
import type { NetworkSpec } from "./network";
import type { PostgresSpec } from "./postgres";
import type { RedisSpec } from "./redis";
import type { RegistrySpec } from "./registry";
import type { SecretSpec } from "./secrets";
import type { BucketSpec } from "./storage";

/**
 * The whole application at one place: plain data, free of any cloud's terms, every number decided.
 * Whatever the clouds make of it, they make of this and nothing else.
 */
export interface Topology {
  context: ComponentContext;
  network: NetworkSpec;
  registry: RegistrySpec;
  secrets: SecretSpec[];
  postgres: PostgresSpec;
  redis: RedisSpec[];
  storage: BucketSpec[];
  compute: ComputeSpec;
  cdn: CdnSpec;
  /** What only one platform needs to know. */
  platform: PlatformSpec;
}

/** Facts about the place that no other platform has. */
export interface PlatformSpec {
  gcp?: GcpPlatformSpec;
  azure?: AzurePlatformSpec;
  kubernetes?: KubernetesPlatformSpec;
}

/** Where a Google Cloud stack stands. */
export interface GcpPlatformSpec {
  /** Id of the project. */
  project: string;
  /** Name of the Cloud DNS managed zone that holds the hosts of the domain. */
  dnsZone: string;
}

/** Where an Azure stack stands. */
export interface AzurePlatformSpec {
  /** Resource group of the DNS zone of the domain. */
  dnsResourceGroup: string;
}

/** What a Kubernetes cluster offers; none of it can be guessed. */
export interface KubernetesPlatformSpec {
  /** GatewayClass that the cluster's Gateway API implementation serves. */
  gatewayClass: string;
  /** Namespace of the Gateway implementation's proxies, the only ones that may reach the edge. */
  gatewayNamespace: string;
  /**
   * Address ranges of every proxy between a client and the edge: load balancers, a CDN, and the Gateway's own Pods. Where
   * undefined the Gateway is the only one, and a client is who it saw.
   */
  trustedProxies?: string[];
  /** cert-manager ClusterIssuer that signs for the public hosts. */
  clusterIssuer: string;
  /** External Secrets ClusterSecretStore that holds the application's external secrets. */
  secretStore: string;
  /** StorageClass of encrypted volumes for the database and Redis; the cluster's default where undefined. */
  storageClass?: string;
  /** S3-compatible object storage outside the cluster. */
  objectStorage: { endpoint: string; region: string };
}

/** Which instance plays each role, from the Redis instances of a topology. */
export function redisRoles(instances: readonly RedisSpec[]): Record<string, string> {
  return Object.fromEntries(instances.flatMap((instance) => instance.roles.map((role) => [role, instance.name])));
}

/** What each workload may touch, read off its secrets and buckets. */
export function identitySpecs(compute: ComputeSpec): IdentitySpec[] {
  return [...compute.services, ...compute.migrations, ...compute.cronJobs].map((workload) => ({
    workload: workload.name,
    imageKey: workload.imageKey,
    secrets: [...new Set(Object.values(workload.secrets))].sort(),
    buckets: workload.buckets,
  }));
}
