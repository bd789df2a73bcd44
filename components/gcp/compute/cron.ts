import * as cloudrunv2 from "@pulumi/gcp/cloudrunv2";
import * as cloudscheduler from "@pulumi/gcp/cloudscheduler";
import * as serviceaccount from "@pulumi/gcp/serviceaccount";
import * as pulumi from "@pulumi/pulumi";
import { type ComponentContext, type CronJobSpec, physicalName } from "../../contract";

/** Arguments of a schedule. */
export interface ScheduleArgs {
  context: ComponentContext;
  project: string;
  spec: CronJobSpec;
  job: pulumi.Output<cloudrunv2.Job>;
}

/** Longest id of a service account (IAM documentation, "Create service accounts"). */
const longestAccountId = 30;

/** Cloud Scheduler, with an identity of its own that may run this one job and nothing else. */
export function schedule(name: string, { context, project, spec, job }: ScheduleArgs, parent: pulumi.Resource): void {
  const child = { parent };
  const caller = new serviceaccount.Account(
    `${name}-caller`,
    {
      project,
      accountId: physicalName([context.name, spec.name, "cron"], longestAccountId),
      displayName: `Starts ${spec.name} of ${context.name}`,
    },
    child,
  );
  const grant = new cloudrunv2.JobIamMember(
    `${name}-caller-grant`,
    {
      project,
      location: context.region,
      name: job.name,
      role: "roles/run.invoker",
      member: pulumi.interpolate`serviceAccount:${caller.email}`,
    },
    child,
  );
  new cloudscheduler.Job(
    `${name}-schedule`,
    {
      project,
      region: context.region,
      name: physicalName([context.name, spec.name], 500),
      description: `Starts ${spec.name} of ${context.name}`,
      schedule: spec.schedule,
      timeZone: "Etc/UTC",
      // The call only starts the run; the job itself knows how long it may take and how often it is tried again.
      attemptDeadline: "60s",
      retryConfig: { retryCount: 1 },
      httpTarget: {
        httpMethod: "POST",
        uri: pulumi.interpolate`https://run.googleapis.com/v2/projects/${project}/locations/${context.region}/jobs/${job.name}:run`,
        oauthToken: { serviceAccountEmail: caller.email, scope: "https://www.googleapis.com/auth/cloud-platform" },
      },
    },
    { parent, dependsOn: [grant] },
  );
}
