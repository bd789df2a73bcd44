import type * as ecs from "@pulumi/aws/ecs";
import * as iam from "@pulumi/aws/iam";
import * as lambda from "@pulumi/aws/lambda";
import * as pulumi from "@pulumi/pulumi";
import type { ComponentContext, MigrationSpec } from "../../contract";
import type { AwsIdentity } from "../identity";
import { logGroup } from "../log-group";
import type { AwsNetwork } from "../network";
import { assumedBy } from "../policy";
import { tags } from "../tags";
import { migrationRunner } from "./migration-runner";
import { runTaskPolicy } from "./run-task";

/** What the migration is built from. */
export interface MigrationArgs {
  context: ComponentContext;
  spec: MigrationSpec;
  cluster: ecs.Cluster;
  task: ecs.TaskDefinition;
  securityGroupId: pulumi.Input<string>;
  network: AwsNetwork;
  identity: AwsIdentity;
  logRetentionDays: number;
}

/** A function lives at most so long (AWS Lambda Developer Guide, quotas). */
const functionSeconds = 900;

/**
 * Runs the migration task once for each new version of it, and waits. The returned resource is there when the migration
 * has succeeded, so whatever depends on it starts after; where it fails, nothing does.
 */
export function migration(name: string, args: MigrationArgs, parent: pulumi.Resource): lambda.Invocation {
  const { context, spec, cluster, task, securityGroupId, network, identity, logRetentionDays } = args;
  const child = { parent };
  const log = logGroup(
    `${name}-runner-log`,
    {
      context,
      path: `/aws/lambda/${context.name}-${spec.name}`,
      retentionDays: logRetentionDays,
      keyArn: network.logKeyArn,
    },
    child,
  );
  const role = new iam.Role(
    `${name}-runner-role`,
    { assumeRolePolicy: assumedBy("lambda.amazonaws.com"), tags: tags(context, `${name}-runner-role`) },
    child,
  );
  const policy = new iam.RolePolicy(
    `${name}-runner-policy`,
    {
      role: role.name,
      policy: runTaskPolicy({
        task,
        cluster,
        identity,
        workload: spec.name,
        more: [
          {
            Effect: "Allow",
            Action: ["ecs:DescribeTasks", "ecs:StopTask"],
            Resource: "*", // tasks have no name before they run; the condition holds them to the cluster
            Condition: { ArnEquals: { "ecs:cluster": cluster.arn } },
          },
          {
            Effect: "Allow",
            Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
            Resource: pulumi.interpolate`${log.arn}:*`,
          },
        ],
      }),
    },
    child,
  );
  const runner = new lambda.Function(
    `${name}-runner`,
    {
      name: `${context.name}-${spec.name}`,
      description: `Runs the migration of ${context.name} and waits for it`,
      runtime: "nodejs22.x",
      architectures: ["arm64"],
      handler: "index.handler",
      code: new pulumi.asset.AssetArchive({ "index.mjs": new pulumi.asset.StringAsset(migrationRunner) }),
      role: role.arn,
      timeout: functionSeconds,
      memorySize: 128,
      tags: tags(context, `${name}-runner`),
    },
    { ...child, dependsOn: [log, policy] },
  );
  return new lambda.Invocation(
    `${name}-run`,
    {
      functionName: runner.name,
      // A new revision of the task is a new migration.
      triggers: { task: task.arn },
      input: pulumi.jsonStringify({
        cluster: cluster.arn,
        taskDefinition: task.arn,
        subnets: network.privateSubnetIds,
        securityGroups: [network.securityGroups.clients, securityGroupId],
        timeoutSeconds: Math.min(spec.timeoutSeconds, functionSeconds - 60),
        attempts: 1 + spec.retries,
      }),
    },
    child,
  );
}
