import assert from "node:assert/strict";
import { kubectl } from "./kubectl";

/** What is read of nodes and Pods. */
interface NodeOrPod {
  metadata: { name: string; namespace?: string };
  status?: { allocatable?: Record<string, string>; conditions?: { type: string; status: string }[] };
}

/** A simulated node says nothing of its disk, so the scheduler takes it to have none; a kubelet reports it. */
export async function giveDisks(kubeconfig?: string): Promise<void> {
  const disk = { "ephemeral-storage": "100Gi" };
  const patch = JSON.stringify({ status: { capacity: disk, allocatable: disk } });
  for (const { metadata, status } of await items(["get", "nodes", "-o", "json"], kubeconfig)) {
    if (status?.allocatable?.["ephemeral-storage"] !== undefined) continue;
    const words = ["patch", "node", metadata.name, "--subresource=status", "--type=merge", "-p", patch];
    const patched = await kubectl(words, kubeconfig);
    assert.equal(patched.code, 0, patched.stderr);
  }
}

/**
 * Puts the readiness of Pods back whose node a busy machine lost for a moment, as a kubelet does when it is there again. A
 * simulated one does not.
 */
export async function restoreReadiness(kubeconfig?: string): Promise<void> {
  const pods = await items(["get", "pods", "--all-namespaces", "-o", "json"], kubeconfig);
  for (const pod of pods.filter((each) => is(each, "ContainersReady") && !is(each, "Ready"))) {
    const ready = { type: "Ready", status: "True", lastTransitionTime: new Date().toISOString().replace(/\.\d+/, "") };
    const patch = JSON.stringify({ status: { conditions: [ready] } });
    const { name, namespace = "" } = pod.metadata;
    await kubectl(["-n", namespace, "patch", "pod", name, "--subresource=status", "-p", patch], kubeconfig);
  }
}

function is(pod: NodeOrPod, type: string): boolean {
  return pod.status?.conditions?.find((condition) => condition.type === type)?.status === "True";
}

async function items(args: readonly string[], kubeconfig: string | undefined): Promise<NodeOrPod[]> {
  const { code, stdout, stderr } = await kubectl(args, kubeconfig);
  assert.equal(code, 0, stderr);
  const list: { items: NodeOrPod[] } = JSON.parse(stdout);
  return list.items;
}
