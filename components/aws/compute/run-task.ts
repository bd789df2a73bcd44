import type * as ecs from "@pulumi/aws/ecs";
import { getCallerIdentityOutput } from "@pulumi/aws/getCallerIdentity";
import * as pulumi from "@pulumi/pulumi";
import type { ComponentContext } from "../../contract";
import type { AwsIdentity } from "../identity";
import type { AwsNetwork } from "../network";
import { type PolicyStatement, policyDocument } from "../policy";
import { taskFamily } from "./task-definition";

/** A task that something starts: what it is, where it runs, in whose roles. */
export interface StartedTask {
  context: ComponentContext;
  workload: string;
  task: ecs.TaskDefinition;
  cluster: ecs.Cluster;
  securityGroupId: pulumi.Input<string>;
  network: AwsNetwork;
  identity: AwsIdentity;
}

/**
 * The right to run one task on one cluster, to watch, tag and stop tasks there, and to hand the task's two roles to ECS;
 * and `more`.
 */
export function runTaskPolicy(
  { context, workload, cluster, identity }: StartedTask,
  more: PolicyStatement[],
  parent: pulumi.Resource,
): pulumi.Output<string> {
  const account = getCallerIdentityOutput({}, { parent }).accountId;
  return policyDocument([
    {
      Effect: "Allow",
      Action: "ecs:RunTask",
      // Any revision of the family: who starts the task outlives the revision that it was made with. The family's name is a
      // text, so that the right is there in the first minute: the definition itself waits for the database's address, and a
      // right that is seconds old may be refused (IAM User Guide, "Changes that I make are not always immediately visible").
      Resource: pulumi.interpolate`arn:aws:ecs:${context.region}:${account}:task-definition/${taskFamily(context, workload)}:*`,
      Condition: { ArnEquals: { "ecs:cluster": cluster.arn } },
    },
    {
      Effect: "Allow",
      Action: ["ecs:DescribeTasks", "ecs:StopTask", "ecs:TagResource"],
      // A task has no name before it runs; the cluster's is in its ARN.
      Resource: pulumi.interpolate`arn:aws:ecs:${context.region}:${account}:task/${cluster.name}/*`,
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

/** The network of a started task: private subnets, like a service's tasks. */
export function taskNetwork({ network, securityGroupId }: StartedTask): {
  subnets: pulumi.Input<string>[];
  securityGroups: pulumi.Input<string>[];
} {
  return {
    subnets: network.privateSubnetIds,
    securityGroups: [network.securityGroups.clients, securityGroupId],
  };
}
