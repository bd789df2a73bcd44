import * as app from "@pulumi/azure-native/app";
import type * as pulumi from "@pulumi/pulumi";
import type { CronJobSpec } from "../../contract";
import { type ContainerJobArgs, containerJob } from "./job";

/** A job by the clock, in UTC, as Container Apps reads its five fields. */
export function cronJob(
  name: string,
  args: Omit<ContainerJobArgs, "spec" | "trigger"> & { spec: CronJobSpec },
  parent: pulumi.Resource,
): app.Job {
  const trigger = {
    triggerType: app.TriggerType.Schedule,
    scheduleTriggerConfig: { cronExpression: args.spec.schedule, parallelism: 1, replicaCompletionCount: 1 },
  };
  return containerJob(name, { ...args, trigger }, parent);
}
