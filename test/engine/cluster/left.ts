import { setTimeout } from "node:timers/promises";
import { z } from "zod";
import type { Cluster } from "./cluster";

const volume = z.object({ claimRef: z.object({ namespace: z.string() }).optional() });

/** How long what a claim left may take to go: the cluster deletes volumes after their claims. */
const patienceSeconds = 120;

/** What a namespace left in the cluster: itself, with all that is in it, and volumes of its claims. */
export async function leftOf(cluster: Cluster, namespace: string): Promise<string[]> {
  const until = Date.now() + patienceSeconds * 1000;
  let left = await now(cluster, namespace);
  while (left.length > 0 && Date.now() < until) {
    await setTimeout(1000);
    left = await now(cluster, namespace);
  }
  return left;
}

async function now(cluster: Cluster, namespace: string): Promise<string[]> {
  const itself = await cluster.find(`/api/v1/namespaces/${namespace}`);
  const volumes = await cluster.list("/api/v1/persistentvolumes");
  return [
    ...(itself === undefined ? [] : [`namespace ${namespace}`]),
    ...volumes
      .filter(({ spec }) => volume.parse(spec).claimRef?.namespace === namespace)
      .map(({ metadata }) => `volume ${metadata.name}`),
  ];
}
