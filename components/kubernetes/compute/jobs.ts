import { CronJob, Job } from "@pulumi/kubernetes/batch/v1";
import type * as pulumi from "@pulumi/pulumi";
import type { ComponentContext, CronJobSpec, MigrationSpec } from "../../contract";
import { hash } from "../hash";
import { metadata } from "../metadata";
import { type PodArgs, workloadPod } from "./pod";
import type { VariableSources } from "./variables";

/** What a job is built from. */
export interface JobArgs<Spec> extends VariableSources {
  context: ComponentContext;
  spec: Spec;
}

/**
 * The migration, once for each version of it: its name carries a hash of what it runs, since a Job can't be changed. Pulumi
 * waits for its end, so whatever depends on it starts after its success. Kept when it is done: one that was cleaned away
 * would be made again.
 */
export function migration(name: string, args: JobArgs<MigrationSpec>, opts: pulumi.CustomResourceOptions): Job {
  const { context, spec } = args;
  const revision = hash(JSON.stringify([spec.image, spec.command, spec.variables, spec.secrets]));
  return new Job(
    name,
    {
      metadata: metadata(context, spec.name, `${spec.name}-${revision}`),
      spec: {
        backoffLimit: spec.retries,
        activeDeadlineSeconds: spec.timeoutSeconds,
        template: workloadPod(podArgs(args)),
      },
    },
    opts,
  );
}

/** A job by the clock: never twice at once, and late by a quarter of an hour at most. */
export function cronJob(name: string, args: JobArgs<CronJobSpec>, opts: pulumi.CustomResourceOptions): CronJob {
  const { context, spec } = args;
  return new CronJob(
    name,
    {
      metadata: metadata(context, spec.name, spec.name),
      spec: {
        schedule: spec.schedule,
        timeZone: "Etc/UTC",
        concurrencyPolicy: "Forbid",
        startingDeadlineSeconds: 900,
        successfulJobsHistoryLimit: 3,
        failedJobsHistoryLimit: 3,
        jobTemplate: {
          spec: {
            backoffLimit: spec.retries,
            activeDeadlineSeconds: spec.timeoutSeconds,
            ttlSecondsAfterFinished: 86_400,
            template: workloadPod(podArgs(args)),
          },
        },
      },
    },
    opts,
  );
}

function podArgs<Spec extends MigrationSpec | CronJobSpec>({ spec, ...args }: JobArgs<Spec>): PodArgs {
  return { ...args, workload: spec, restartPolicy: "Never" };
}
