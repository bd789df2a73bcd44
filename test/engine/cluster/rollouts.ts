import { setTimeout } from "node:timers/promises";
import { z } from "zod";
import type { Cluster } from "./cluster";
import { type KubernetesObject, pathOf } from "./kinds";

const replicated = z.object({ replicas: z.number() });
const counted = z.object({
  observedGeneration: z.number().default(0),
  replicas: z.number().default(0),
  updatedReplicas: z.number().default(0),
  availableReplicas: z.number().default(0),
});

/** How long rollouts that `up` did not wait for may take. */
const patienceSeconds = 120;

/**
 * Waits until each Deployment of a namespace has Pods of its newest template alone. Pulumi's provider of January 2026 does not always: it
 * may take the state of before a change for that of after it, and say "updated" at once (`waitUntilDeploymentControllerReconciles` in
 * `provider/pkg/await/deployment.go` asks of any event that it sees first).
 */
export async function rolledOut(cluster: Cluster, namespace: string): Promise<void> {
  const until = Date.now() + patienceSeconds * 1000;
  for (;;) {
    const rolling = (await cluster.list(pathOf("deployments", namespace))).filter((one) => !isRolledOut(one));
    if (rolling.length === 0) return;
    const names = rolling.map(({ metadata }) => metadata.name).join(", ");
    if (Date.now() > until) throw new Error(`${names}: not rolled out after ${patienceSeconds} s`);
    await setTimeout(500);
  }
}

function isRolledOut({ metadata: { generation = 0 }, spec, status }: KubernetesObject): boolean {
  const { replicas: wanted } = replicated.parse(spec);
  const { observedGeneration, replicas, updatedReplicas, availableReplicas } = counted.parse(status);
  const counts = [replicas, updatedReplicas, availableReplicas];
  return observedGeneration >= generation && counts.every((each) => each === wanted);
}
