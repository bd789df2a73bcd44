/** The offers of a Kubernetes cluster; none of them can be guessed. */
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
  /**
   * Folder of the database's archive in its bucket. Another one for a database that is made anew: CloudNativePG refuses
   * to archive where an earlier database did. Where undefined, one is drawn when the stack is first made, and kept.
   */
  backupName?: string;
  /** Where Pods resolve names. */
  dns?: ClusterDnsSpec;
  /** Ports of the API server, which the database's Pods ask for their roles; 443 and 6443 where undefined. */
  apiServerPorts?: number[];
  /** Namespace of CloudNativePG's operator; `cnpg-system` where undefined. */
  databaseOperatorNamespace?: string;
  /** Namespace of Prometheus, which then reads the database's metrics; nothing is measured where undefined. */
  monitoringNamespace?: string;
  /** Labels by which that Prometheus finds monitors, such as `release`; none but the project's own where undefined. */
  monitoringLabels?: Record<string, string>;
  /**
   * Least GiB of each Redis volume. A volume is made eight times its memory and can't shrink, so memory is made smaller by
   * naming the size that the volume has; where undefined, only the memory decides.
   */
  redisVolumeGiB?: number;
  /** Private ranges that the workloads' egress rules and buckets may reach too; none where undefined. */
  egressCidrs?: string[];
}

/** Where the Pods of a cluster resolve names. */
export interface ClusterDnsSpec {
  /** Namespace of the DNS Pods; `kube-system` where undefined. */
  namespace?: string;
  /** Ports on which these Pods listen, which is not always the Service's port; 53 where undefined. */
  ports?: number[];
  /** Ranges of resolvers on the nodes; NodeLocal DNSCache's own address, 169.254.20.10/32, where undefined. */
  nodeCidrs?: string[];
}

declare module "../contract/topology" {
  interface PlatformSpec {
    kubernetes?: KubernetesPlatformSpec;
  }
}
