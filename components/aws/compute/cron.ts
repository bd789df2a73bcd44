import { getCallerIdentityOutput } from "@pulumi/aws/getCallerIdentity";
import * as iam from "@pulumi/aws/iam";
import * as scheduler from "@pulumi/aws/scheduler";
import * as sfn from "@pulumi/aws/sfn";
import * as pulumi from "@pulumi/pulumi";
import { type CronJobSpec, physicalName } from "../../contract";
import { policyDocument } from "../policy";
import { serviceRole } from "../role";
import { tags } from "../tags";
import { cronWorkflow } from "./cron-workflow";
import { runTaskPolicy, type StartedTask, taskNetwork } from "./run-task";
import { scheduleExpression } from "./schedule";

/** Arguments of a scheduled task. */
export interface CronArgs extends StartedTask {
  job: CronJobSpec;
  /** Resources that must exist before a task can start. */
  after: readonly pulumi.Resource[];
}

/**
 * EventBridge Scheduler starts a workflow by the clock, and the workflow runs the task: ECS itself neither stops a task
 * that takes too long nor tries one again that failed.
 */
export function scheduledTask(name: string, args: CronArgs, parent: pulumi.Resource): void {
  const { context, job, cluster, task, after } = args;
  const child = { parent };
  const account = getCallerIdentityOutput({}, { parent }).accountId;
  const workflow = createWorkflow();
  createSchedule();

  function createWorkflow(): sfn.StateMachine {
    const rule = pulumi.interpolate`arn:aws:events:${context.region}:${account}:rule/StepFunctionsGetEventsForECSTaskRule`;
    const { role, policy } = createRole(
      "workflow",
      "states.amazonaws.com",
      runTaskPolicy(
        args,
        [
          // Step Functions hears of the end of a task by this rule of its own.
          { Effect: "Allow", Action: ["events:PutTargets", "events:PutRule", "events:DescribeRule"], Resource: rule },
        ],
        parent,
      ),
    );
    return new sfn.StateMachine(
      `${name}-workflow`,
      {
        name: physicalName([context.name, job.name], 64),
        roleArn: role.arn,
        definition: cronWorkflow({ job, cluster: cluster.arn, taskDefinition: task.arn, ...taskNetwork(args) }),
        tags: tags(context, `${name}-workflow`),
      },
      { ...child, dependsOn: [policy, ...after] },
    );
  }

  function createSchedule(): void {
    const { role, policy } = createRole(
      "schedule",
      "scheduler.amazonaws.com",
      policyDocument([{ Effect: "Allow", Action: "states:StartExecution", Resource: workflow.arn }]),
    );
    new scheduler.Schedule(
      `${name}-schedule`,
      {
        name: physicalName([context.name, job.name], 64),
        description: `${job.schedule} UTC`,
        scheduleExpression: scheduleExpression(job.schedule),
        scheduleExpressionTimezone: "UTC",
        flexibleTimeWindow: { mode: "OFF" },
        target: { arn: workflow.arn, roleArn: role.arn },
      },
      { ...child, dependsOn: [policy] },
    );
  }

  /** A role that this service may assume for this account only. */
  function createRole(suffix: string, service: string, policy: pulumi.Output<string>) {
    const role = serviceRole(`${name}-${suffix}-role`, { context, service, forAccount: account }, parent);
    return { role, policy: new iam.RolePolicy(`${name}-${suffix}-policy`, { role: role.name, policy }, child) };
  }
}
