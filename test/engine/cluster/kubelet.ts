import { z } from "zod";
import { type Cluster, ClusterError } from "./cluster";
import { type KubernetesObject, pathOf } from "./kinds";

const specSchema = z.object({
  nodeName: z.string().optional(),
  containers: z.array(z.object({ name: z.string(), image: z.string() })),
});

const statusSchema = z.object({ phase: z.string() });

/**
 * Says of the Pods of a namespace what a kubelet would: that they run and are ready, that those of Jobs have ended well, that deleted ones
 * are gone. kwok does the same for all, but hears of a Pod up to a minute late where etcd is older than 3.4.31 or 3.5.13: its watches end
 * ("RequestWatchProgress is disabled"), and it waits longer before each next one.
 */
export class Kubelet {
  private readonly stopped = new AbortController();
  private readonly mistakes: unknown[] = [];
  private working: Promise<void> = Promise.resolve();

  constructor(
    private readonly cluster: Cluster,
    private readonly namespace: string,
  ) {
    const watcher = {
      begins: () => {},
      isGone: () => {},
      is: (pod: KubernetesObject) => {
        this.working = this.working.then(() => this.see(pod)).catch((error: unknown) => this.mistake(error));
      },
    };
    cluster.watch(pathOf("pods", namespace), watcher, this.stopped.signal);
  }

  /** Throws what went wrong meanwhile: a mistake of these tests. */
  async stop(): Promise<void> {
    this.stopped.abort();
    await this.working;
    if (this.mistakes.length > 0) throw new AggregateError(this.mistakes, `kubelet: ${this.mistakes.join("\n")}`);
  }

  private async see(pod: KubernetesObject): Promise<void> {
    if (this.stopped.signal.aborted) return;
    const { name, deletionTimestamp } = pod.metadata;
    if (deletionTimestamp !== undefined) {
      await this.cluster.delete("pods", this.namespace, name, { gracePeriodSeconds: 0 });
      return;
    }
    const { nodeName } = specSchema.parse(pod.spec);
    if (nodeName === undefined || statusSchema.parse(pod.status).phase !== "Pending") return;
    await this.cluster.patch(`${pathOf("pods", this.namespace, name)}/status`, { status: statusOf(pod) }, "kubelet");
  }

  /** A Pod that is gone since it was seen takes nothing any more. */
  private mistake(error: unknown): void {
    const isLate = error instanceof ClusterError && [404, 409].includes(error.status);
    if (!this.stopped.signal.aborted && !isLate) this.mistakes.push(error);
  }
}

function statusOf({ metadata, spec }: KubernetesObject): object {
  const ends = metadata.ownerReferences?.some(({ kind }) => kind === "Job") ?? false;
  const at = new Date().toISOString().replace(/\.\d+/, "");
  const ready = ends ? "False" : "True";
  const conditions = { PodScheduled: "True", Initialized: "True", ContainersReady: ready, Ready: ready };
  return {
    phase: ends ? "Succeeded" : "Running",
    startTime: at,
    conditions: Object.entries(conditions).map(([type, status]) => ({ type, status, lastTransitionTime: at })),
    containerStatuses: specSchema.parse(spec).containers.map(({ name, image }) => ({
      name,
      image,
      imageID: "",
      ready: !ends,
      restartCount: 0,
      state: ends
        ? { terminated: { exitCode: 0, reason: "Completed", startedAt: at, finishedAt: at } }
        : { running: { startedAt: at } },
    })),
  };
}
