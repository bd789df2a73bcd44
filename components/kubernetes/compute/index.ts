import type { types } from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import type { ComputeArgs } from "../../contract";
import { type Compute, type ServiceSpec, type Transform, type WorkloadSpec, workloadsOf } from "../../contract";
import type { KubernetesIdentity } from "../identity";
import type { KubernetesImages } from "../images";
import type { KubernetesNetwork } from "../network";
import { allow, outsideAddresses, partPods } from "../network/policies";
import { cronJob, migration } from "./jobs";
import { service } from "./service";
import type { VariableSources } from "./variables";

/** Changes of single objects of the workloads; they apply to each. */
export interface ComputeTransforms {
  deployment?: Transform<types.input.apps.v1.Deployment>;
}

type KubernetesComputeArgs = ComputeArgs &
  VariableSources & { network: KubernetesNetwork; images: KubernetesImages; identity: KubernetesIdentity } & {
    transform?: ComputeTransforms;
  };

/** Part of the edge proxy, which reaches the services. */
export const edgePart = "edge";

/** Deployments, the migration that comes before them, and CronJobs. */
export class KubernetesCompute extends pulumi.ComponentResource implements Compute {
  readonly services: readonly string[];
  /** Ports of the services that the edge reaches. */
  readonly ports: Readonly<Record<string, number>>;

  constructor(name: string, args: KubernetesComputeArgs, opts?: pulumi.ComponentResourceOptions) {
    super("isotopo:kubernetes:Compute", name, {}, opts);
    const { spec, network, images, secrets, storage, postgres, redis, identity, transform } = args;
    // A container without one of its Secrets never starts, and says nothing of the key that is missing.
    const ready: pulumi.Resource[] = [
      network.namespace,
      images,
      identity,
      secrets,
      storage,
      ...(postgres === undefined ? [] : [postgres]),
      ...Object.values(redis),
    ];
    for (const workload of workloadsOf(spec)) {
      this.policies(name, workload, args);
    }
    const migrated: pulumi.Resource[] = [];
    for (const first of spec.migrations) {
      const before = { parent: this, dependsOn: [...ready, ...migrated] };
      migrated.push(migration(`${name}-${first.name}`, { ...args, spec: first }, before));
    }
    const after = { parent: this, dependsOn: [...ready, ...migrated] };
    for (const running of spec.services) {
      service(`${name}-${running.name}`, { ...args, spec: running, transform: transform?.deployment }, after);
    }
    for (const job of spec.cronJobs) cronJob(`${name}-${job.name}`, { ...args, spec: job }, after);
    this.services = spec.services.map((running) => running.name);
    this.ports = Object.fromEntries(
      spec.services.flatMap((running) => (running.port === undefined ? [] : [[running.name, running.port]])),
    );
    this.registerOutputs({ services: this.services });
  }

  /** The peers of a workload outside, and its clients. */
  private policies(
    name: string,
    workload: WorkloadSpec & Partial<Pick<ServiceSpec, "port">>,
    { context, network }: KubernetesComputeArgs,
  ): void {
    const child = { parent: this, dependsOn: [network.namespace] };
    const ports = [
      ...network.egress.filter((rule) => workload.egress.includes(rule.name)).map(({ port }) => port),
      ...(Object.keys(workload.buckets).length > 0 ? [network.cluster.storagePort] : []),
    ];
    allow(
      `${name}-${workload.name}-flows`,
      {
        context,
        part: workload.name,
        ingress:
          workload.port === undefined
            ? []
            : [{ peers: [partPods(context, edgePart)], ports: [{ port: workload.port }] }],
        egress:
          ports.length === 0
            ? []
            : [
                {
                  peers: outsideAddresses(network.cluster),
                  ports: [...new Set(ports)].sort((a, b) => a - b).map((port) => ({ port })),
                },
              ],
      },
      child,
    );
  }
}
