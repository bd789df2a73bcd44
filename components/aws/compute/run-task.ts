import type * as ecs from "@pulumi/aws/ecs";
import * as pulumi from "@pulumi/pulumi";
import type { AwsIdentity } from "../identity";
import { type PolicyStatement, policyDocument } from "../policy";

/** Which task may be run, where, and in whose roles. */
export interface RunTaskArgs {
  task: ecs.TaskDefinition;
  cluster: ecs.Cluster;
  identity: AwsIdentity;
  workload: string;
  /** Statements beside the right to run the task. */
  more?: PolicyStatement[];
}

/** The right to run one task on one cluster, and to hand its two roles to ECS. */
export function runTaskPolicy({ task, cluster, identity, workload, more = [] }: RunTaskArgs): pulumi.Output<string> {
  return policyDocument([
    {
      Effect: "Allow",
      Action: "ecs:RunTask",
      // Any revision of the family: a schedule and a function outlive the revision that they were made with.
      Resource: pulumi.interpolate`${task.arnWithoutRevision}:*`,
      Condition: { ArnEquals: { "ecs:cluster": cluster.arn } },
    },
    {
      Effect: "Allow",
      Action: "iam:PassRole",
      Resource: [identity.taskRoleArn(workload), identity.executionRoleArn(workload)],
      Condition: { StringEquals: { "iam:PassedToService": "ecs-tasks.amazonaws.com" } },
    },
    ...more,
  ]);
}
