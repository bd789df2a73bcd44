import * as cloudrunv2 from "@pulumi/gcp/cloudrunv2";
import type * as pulumi from "@pulumi/pulumi";
import { type CronJobSpec, type MigrationSpec, physicalName, type Transform, transformed } from "../../contract";
import { labels } from "../labels";
import { executionEnvironment, type TemplateArgs, template } from "./container";
import { executionToken } from "./execution-token";
import { longestName } from "./service";

/** Arguments of a job. */
export interface RunJobArgs extends Omit<TemplateArgs, "workload"> {
  project: string;
  spec: MigrationSpec | CronJobSpec;
  serviceAccount: pulumi.Input<string>;
  /** Resources that must exist before a task can start. */
  after: readonly pulumi.Input<pulumi.Resource>[];
  /**
   * With a number the job runs when it is made or changed, and the resource is ready when that run has succeeded; a higher
   * number runs it again. Without a number it is started from outside, by a schedule.
   */
  run?: number;
  transform?: Transform<cloudrunv2.JobArgs>;
}

/** Time beyond the attempts themselves: to pull the image, and to start. */
const startSeconds = 300;

/** A Cloud Run job of one task, stopped when it takes too long and tried again when it fails. */
export function runJob(name: string, args: RunJobArgs, parent: pulumi.Resource): cloudrunv2.Job {
  const { context, project, spec, serviceAccount, after, run, transform } = args;
  const parts = template({ ...args, workload: spec });
  const patience = `${(spec.timeoutSeconds + startSeconds) * (spec.retries + 1)}s`;
  const jobArgs: cloudrunv2.JobArgs = {
    project,
    location: context.region,
    name: physicalName([context.name, spec.name], longestName),
    // It holds nothing, and goes when the topology no longer has it.
    deletionProtection: false,
    template: {
      taskCount: 1,
      parallelism: 1,
      labels: parts.labels,
      template: {
        serviceAccount,
        executionEnvironment,
        timeout: `${spec.timeoutSeconds}s`,
        maxRetries: spec.retries,
        containers: [{ ...parts.container, name: spec.name, resources: { limits: parts.limits } }],
        volumes: parts.volumes,
        vpcAccess: parts.vpcAccess,
      },
    },
    labels: labels(context),
  };
  const job = transformed(transform, jobArgs, name);
  const runExecutionToken = run === undefined ? undefined : executionToken(`${name}-run`, { job, run }, parent);
  return new cloudrunv2.Job(
    name,
    { ...job, runExecutionToken },
    {
      parent,
      dependsOn: [...after],
      // A job's name is free only when the old one is gone.
      deleteBeforeReplace: true,
      ignoreChanges: ["client", "clientVersion"],
      customTimeouts: { create: patience, update: patience },
    },
  );
}
