import { z } from "zod";
import type { Cluster } from "./cluster";
import { pathOf } from "./kinds";

const autoscaler = z.object({ scaleTargetRef: z.object({ name: z.string() }), minReplicas: z.number() });
const deployment = z.object({ replicas: z.number() });

/** The name under which the cluster's own autoscalers write. */
const manager = "horizontal-pod-autoscaler";

/**
 * Has each autoscaler of a namespace want so many Pods more than its least: through the scale of its Deployment, as the controller does
 * it. Answers what each Deployment has then.
 */
export async function scale(cluster: Cluster, namespace: string, more: number): Promise<ReadonlyMap<string, number>> {
  const scaled = new Map<string, number>();
  for (const { spec } of await cluster.list(pathOf("horizontalpodautoscalers", namespace))) {
    const { scaleTargetRef, minReplicas } = autoscaler.parse(spec);
    const replicas = minReplicas + more;
    const path = `${pathOf("deployments", namespace, scaleTargetRef.name)}/scale`;
    await cluster.patch(path, { spec: { replicas } }, manager);
    scaled.set(scaleTargetRef.name, replicas);
  }
  return scaled;
}

/** How many Pods each of these Deployments has. */
export async function replicasOf(
  cluster: Cluster,
  namespace: string,
  names: Iterable<string>,
): Promise<ReadonlyMap<string, number>> {
  const all = await cluster.list(pathOf("deployments", namespace));
  const wanted = new Set(names);
  return new Map(
    all
      .filter(({ metadata }) => wanted.has(metadata.name))
      .map(({ metadata, spec }) => [metadata.name, deployment.parse(spec).replicas]),
  );
}
