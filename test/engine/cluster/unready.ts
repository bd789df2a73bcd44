import { setTimeout } from "node:timers/promises";
import { z } from "zod";
import { placeOf } from "../lives/held-against";
import type { EngineStack } from "../support/stack";
import type { Cluster } from "./cluster";
import { type KubernetesObject, pathOf } from "./kinds";

const counted = z.object({ observedGeneration: z.number().default(0), unavailableReplicas: z.number().default(0) });

const state = z.object({
  deployment: z.object({
    resources: z.array(
      z.object({ urn: z.string(), id: z.string().default(""), initErrors: z.array(z.string()).default([]) }),
    ),
  }),
});

/**
 * Waits until the cluster says of each of these Deployments that it lacks Pods, and answers the names of those that it no longer calls
 * available. Which these are is for their strategy to say: how many Pods may be missing.
 */
export async function unavailable(cluster: Cluster, namespace: string, names: Iterable<string>): Promise<string[]> {
  const wanted = new Set(names);
  for (;;) {
    const all = await cluster.list(pathOf("deployments", namespace));
    const found = all.filter(({ metadata }) => wanted.has(metadata.name));
    if (found.every(lacks)) return found.filter((one) => !isAvailable(one)).map(({ metadata }) => metadata.name);
    await setTimeout(100);
  }
}

function lacks({ metadata: { generation = 0 }, status }: KubernetesObject): boolean {
  const { observedGeneration, unavailableReplicas } = counted.parse(status);
  return observedGeneration >= generation && unavailableReplicas > 0;
}

function isAvailable({ status }: KubernetesObject): boolean {
  return status?.conditions?.some((one) => one.type === "Available" && one.status === "True") ?? false;
}

/** What the state of a stack says is there but not ready: the names of Kubernetes' objects, by their places. */
export async function unreadyInState(stack: EngineStack): Promise<ReadonlyMap<string, string>> {
  const { deployment } = state.parse(JSON.parse(await stack.exported()));
  const unready = deployment.resources.filter(({ initErrors }) => initErrors.length > 0);
  return new Map(unready.map(({ urn, id }) => [placeOf(urn), id.slice(id.indexOf("/") + 1)]));
}
