import type * as ecs from "@pulumi/aws/ecs";
import * as iam from "@pulumi/aws/iam";
import * as scheduler from "@pulumi/aws/scheduler";
import type * as pulumi from "@pulumi/pulumi";
import type { ComponentContext, CronJobSpec } from "../../contract";
import type { AwsIdentity } from "../identity";
import type { AwsNetwork } from "../network";
import { assumedBy } from "../policy";
import { tags } from "../tags";
import { runTaskPolicy } from "./run-task";
import { scheduleExpression } from "./schedule";

/** What a scheduled task is built from. */
export interface CronArgs {
  context: ComponentContext;
  job: CronJobSpec;
  cluster: ecs.Cluster;
  task: ecs.TaskDefinition;
  securityGroupId: pulumi.Input<string>;
  network: AwsNetwork;
  identity: AwsIdentity;
}

/** EventBridge Scheduler starts the task by the clock, in a role that may start this task only. */
export function scheduledTask(name: string, args: CronArgs, parent: pulumi.Resource): void {
  const { context, job, cluster, task, securityGroupId, network, identity } = args;
  const role = new iam.Role(
    `${name}-role`,
    { assumeRolePolicy: assumedBy("scheduler.amazonaws.com"), tags: tags(context, `${name}-role`) },
    { parent },
  );
  const policy = new iam.RolePolicy(
    `${name}-policy`,
    { role: role.name, policy: runTaskPolicy({ task, cluster, identity, workload: job.name }) },
    { parent },
  );
  new scheduler.Schedule(
    name,
    {
      name: `${context.name}-${job.name}`,
      scheduleExpression: scheduleExpression(job.schedule),
      scheduleExpressionTimezone: "UTC",
      flexibleTimeWindow: { mode: "OFF" },
      target: {
        arn: cluster.arn,
        roleArn: role.arn,
        retryPolicy: { maximumRetryAttempts: job.retries, maximumEventAgeInSeconds: Math.max(60, job.timeoutSeconds) },
        ecsParameters: {
          taskDefinitionArn: task.arn,
          launchType: "FARGATE",
          taskCount: 1,
          networkConfiguration: {
            subnets: network.privateSubnetIds,
            securityGroups: [network.securityGroups.clients, securityGroupId],
            assignPublicIp: false,
          },
        },
      },
    },
    { parent, dependsOn: [policy] },
  );
}
