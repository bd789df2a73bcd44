import * as pulumi from "@pulumi/pulumi";
import type { CronJobSpec } from "../../contract";

/** The task of a workflow, and its place. */
export interface CronWorkflowArgs {
  job: Pick<CronJobSpec, "name" | "timeoutSeconds" | "retries">;
  cluster: pulumi.Input<string>;
  taskDefinition: pulumi.Input<string>;
  subnets: pulumi.Input<string>[];
  securityGroups: pulumi.Input<string>[];
}

/** Name of the error by which a branch says that the task has ended well. */
const finished = "Finished";

/**
 * Runs a task beside a clock. Step Functions stops a task only when another branch fails (Step Functions Developer Guide,
 * "Run a Job"), so both branches end in an error: the clock's stops the task, and the task's own, which is caught, stops
 * the clock.
 */
export function cronWorkflow({ job, cluster, taskDefinition, ...network }: CronWorkflowArgs): pulumi.Output<string> {
  const task = {
    StartAt: "Run",
    States: {
      Run: {
        Type: "Task",
        Resource: "arn:aws:states:::ecs:runTask.sync",
        Parameters: {
          Cluster: cluster,
          TaskDefinition: taskDefinition,
          LaunchType: "FARGATE",
          EnableECSManagedTags: true,
          PropagateTags: "TASK_DEFINITION",
          NetworkConfiguration: {
            AwsvpcConfiguration: {
              Subnets: network.subnets,
              SecurityGroups: network.securityGroups,
              AssignPublicIp: "DISABLED",
            },
          },
        },
        Next: finished,
      },
      [finished]: { Type: "Fail", Error: finished },
    },
  };
  const clock = {
    StartAt: "Wait",
    States: {
      Wait: { Type: "Wait", Seconds: job.timeoutSeconds, Next: "TookTooLong" },
      TookTooLong: {
        Type: "Fail",
        Error: "TookTooLong",
        Cause: `${job.name} took longer than ${job.timeoutSeconds} s and was stopped`,
      },
    },
  };
  const again = { ErrorEquals: ["States.ALL"], IntervalSeconds: 10, BackoffRate: 2, MaxAttempts: job.retries };
  return pulumi.jsonStringify({
    StartAt: "Attempt",
    States: {
      Attempt: {
        Type: "Parallel",
        Branches: [task, clock],
        Retry: [{ ErrorEquals: [finished], MaxAttempts: 0 }, ...(job.retries > 0 ? [again] : [])],
        Catch: [{ ErrorEquals: [finished], Next: "Done" }],
        End: true,
      },
      Done: { Type: "Succeed" },
    },
  });
}
