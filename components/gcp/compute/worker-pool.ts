import * as cloudrunv2 from "@pulumi/gcp/cloudrunv2";
import type * as pulumi from "@pulumi/pulumi";
import { physicalName, type ServiceSpec, type Transform, transformed } from "../../contract";
import { labels } from "../labels";
import { type TemplateArgs, template } from "./container";
import { failedStart, unlessFailed } from "./failed";
import { longestName } from "./service";

/** Arguments of a worker pool. */
export interface WorkerPoolArgs extends Omit<TemplateArgs, "workload"> {
  project: string;
  spec: ServiceSpec;
  serviceAccount: pulumi.Input<string>;
  /** Resources that must exist before an instance can start: grants, and the migrations. */
  after: readonly pulumi.Input<pulumi.Resource>[];
  transform?: Transform<cloudrunv2.WorkerPoolArgs>;
}

/**
 * A Cloud Run worker pool, for what takes no requests. Nothing tells Cloud Run how much a worker has to do, so that the
 * least number runs all the time; a scheduler is one whatever the number says.
 */
export function workerPool(
  name: string,
  args: WorkerPoolArgs,
  parent: pulumi.Resource,
): pulumi.Output<cloudrunv2.WorkerPool> {
  const { context, project, spec, serviceAccount, after, transform } = args;
  const parts = template({ ...args, workload: spec });
  const poolArgs: cloudrunv2.WorkerPoolArgs = {
    project,
    location: context.region,
    name: physicalName([context.name, spec.name], longestName),
    description: `${spec.name} of ${context.name}`,
    // It holds nothing, and goes when the topology no longer has it.
    deletionProtection: false,
    scaling: {
      scalingMode: "MANUAL",
      manualInstanceCount: spec.kind === "scheduler" ? 1 : spec.autoscaling.minReplicas,
    },
    instanceSplits: [{ type: "INSTANCE_SPLIT_ALLOCATION_TYPE_LATEST", percent: 100 }],
    template: {
      serviceAccount,
      containers: [{ ...parts.container, name: spec.name, resources: { limits: parts.limits } }],
      volumes: parts.volumes,
      vpcAccess: parts.vpcAccess,
      labels: parts.labels,
    },
    labels: labels(context),
  };
  const pool = new cloudrunv2.WorkerPool(name, transformed(transform, poolArgs, name), {
    parent,
    dependsOn: [...after],
    // A pool's name is free only when the old one is gone.
    deleteBeforeReplace: true,
    ignoreChanges: ["client", "clientVersion"],
    customTimeouts: { create: `${spec.rollout.timeoutSeconds}s`, update: `${spec.rollout.timeoutSeconds}s` },
  });
  return unlessFailed(pool, failedStart(spec.name));
}
