import type {} from "../contract";
import type { KubernetesPlatformSpec } from "./platform-spec";

/** Facts about a cluster, with the common cluster's for those that the stack does not give. */
export interface ClusterFacts {
  dns: { namespace: string; ports: readonly number[]; nodeCidrs: readonly string[] };
  apiServerPorts: readonly number[];
  databaseOperatorNamespace: string;
  monitoringNamespace: string | undefined;
  /** Labels by which its Prometheus finds monitors. */
  monitoringLabels: Readonly<Record<string, string>>;
  egressCidrs: readonly string[];
  /** Port of the object storage. */
  storagePort: number;
}

/** Reads the facts of a cluster off the platform of a topology. */
export function clusterFacts(platform: KubernetesPlatformSpec): ClusterFacts {
  const { dns = {}, objectStorage } = platform;
  return {
    dns: {
      // CoreDNS, as kubeadm and the managed clusters install it.
      namespace: dns.namespace ?? "kube-system",
      ports: dns.ports ?? [53],
      // The address that NodeLocal DNSCache's own manifests name; a rule for it harms no cluster without.
      nodeCidrs: dns.nodeCidrs ?? ["169.254.20.10/32"],
    },
    // By the Service, and by its endpoints: managed clusters have 443, kubeadm 6443.
    apiServerPorts: platform.apiServerPorts ?? [443, 6443],
    // Where CloudNativePG's own manifests install it.
    databaseOperatorNamespace: platform.databaseOperatorNamespace ?? "cnpg-system",
    monitoringNamespace: platform.monitoringNamespace,
    monitoringLabels: platform.monitoringLabels ?? {},
    egressCidrs: platform.egressCidrs ?? [],
    storagePort: Number(new URL(objectStorage.endpoint).port || 443),
  };
}
