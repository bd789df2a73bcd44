import type { Cluster } from "./cluster";
import type { KubernetesObject } from "./kinds";

/** How long a node is taken to be well after its lease was renewed: a kubelet's own default. */
export const leaseSeconds = 40;

/** The mark of a node that no kubelet stands behind (kwok). */
const simulated = "kwok.x-k8s.io/node";

/**
 * Renews the leases of simulated nodes, as a kubelet does every ten seconds. kwok does not by itself, and says how a node is every ten
 * minutes: most of the time the cluster would take them for lost, their Pods for not ready, and start none.
 */
export async function renewLeases(cluster: Cluster): Promise<void> {
  const nodes = await cluster.list("/api/v1/nodes");
  const renewTime = new Date().toISOString().replace("Z", "000Z");
  for (const { metadata } of nodes.filter(isSimulated)) {
    const { name } = metadata;
    const fields = { spec: { holderIdentity: name, leaseDurationSeconds: leaseSeconds, renewTime } };
    await cluster.apply("kube-node-lease", { kind: "leases", name, fields }, "kubelet");
  }
}

function isSimulated({ metadata: { annotations } }: KubernetesObject): boolean {
  return annotations?.[simulated] !== undefined;
}
