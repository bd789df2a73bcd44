import { setTimeout } from "node:timers/promises";
import type { Cluster } from "./cluster";
import { type MadeObject, pathOf } from "./kinds";

const quota = { kind: "resourcequotas", name: "no-pods", fields: { spec: { hard: { pods: "0" } } } } as const;

/** Lets no new Pod into a namespace while something is done: as where nodes are full. */
export async function withoutNewPods<Result>(
  cluster: Cluster,
  namespace: string,
  done: () => Promise<Result>,
): Promise<Result> {
  await cluster.apply(namespace, quota satisfies MadeObject, "tests");
  const path = pathOf(quota.kind, namespace, quota.name);
  // It holds from when its controller has counted.
  while ((await cluster.find(path))?.status === undefined) await setTimeout(100);
  try {
    return await done();
  } finally {
    await cluster.delete(quota.kind, namespace, quota.name);
  }
}
