import { CronJob, Job } from "@pulumi/kubernetes/batch/v1";
import * as pulumi from "@pulumi/pulumi";
import type { ComponentContext, CronJobSpec, MigrationSpec } from "../../contract";
import { hash } from "../hash";
import { metadata } from "../metadata";
import { type PodArgs, workloadPod } from "./pod";
import type { VariableSources } from "./variables";

/** Arguments of a job. */
export interface JobArgs<Spec> extends VariableSources {
  context: ComponentContext;
  spec: Spec;
}

/** A Pod that lost its node was no failure of what it ran: it is started again and not counted. */
const podFailurePolicy = {
  rules: [{ action: "Ignore", onPodConditions: [{ type: "DisruptionTarget", status: "True" }] }],
};

/**
 * A migration, once for each version of it: its name carries a hash of all that a Job can't change, so that a change of any
 * of it is another Job, also where the manifests are applied by hand. Pulumi waits for its end, so whatever depends on it
 * starts after its success; one that failed is made anew by the next `up`. Kept when it is done: one that was cleaned away
 * would be made again.
 */
export function migration(name: string, args: JobArgs<MigrationSpec>, opts: pulumi.CustomResourceOptions): Job {
  const { context, spec } = args;
  const template = workloadPod(podArgs(args));
  const revision = pulumi.output(template).apply((known) => hash(JSON.stringify([known, podFailurePolicy, spec.run])));
  return new Job(
    name,
    {
      metadata: {
        ...metadata(context, spec.name, spec.name, { "pulumi.com/replaceUnready": "true" }),
        name: pulumi.interpolate`${spec.name}-${revision}`,
      },
      spec: {
        backoffLimit: spec.retries,
        activeDeadlineSeconds: spec.timeoutSeconds,
        podFailurePolicy,
        template,
      },
    },
    // Pulumi's own ten minutes could be less than what the migration is given.
    { ...opts, customTimeouts: { create: `${spec.timeoutSeconds + 120}s` } },
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
            podFailurePolicy,
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
