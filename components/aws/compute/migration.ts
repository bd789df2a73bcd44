import * as iam from "@pulumi/aws/iam";
import * as lambda from "@pulumi/aws/lambda";
import * as pulumi from "@pulumi/pulumi";
import { type MigrationSpec, physicalName } from "../../contract";
import { logGroup } from "../log-group";
import { serviceRole } from "../role";
import { tags } from "../tags";
import { migrationRunner } from "./migration-runner";
import { runTaskPolicy, type StartedTask, taskNetwork } from "./run-task";

/** Arguments of the migration. */
export interface MigrationArgs extends StartedTask {
  spec: MigrationSpec;
  logRetentionDays: number;
  /** Resources that must exist before a task can start. */
  after: readonly pulumi.Resource[];
}

/** A function lives at most so long (AWS Lambda Developer Guide, quotas); a minute of it is for starting and stopping. */
const functionSeconds = 900;
const longestMigrationSeconds = functionSeconds - 60;

/**
 * Runs the migration task once for each new version of it, and waits. The returned resource is there when the migration
 * has succeeded, so whatever depends on it starts after; where it fails, nothing does.
 */
export function migration(name: string, args: MigrationArgs, parent: pulumi.Resource): lambda.Invocation {
  const { context, spec, cluster, task, network, logRetentionDays, after } = args;
  const child = { parent };
  const attempts = 1 + spec.retries;
  if (spec.timeoutSeconds * attempts > longestMigrationSeconds) {
    throw new Error(
      `migration "${spec.name}": ${attempts} x ${spec.timeoutSeconds} s is longer than the ${longestMigrationSeconds} s that AWS can wait; lower timeoutSeconds or retries`,
    );
  }
  const runnerName = physicalName([context.name, spec.name], 64);
  const runner = createRunner();
  return new lambda.Invocation(
    `${name}-run`,
    {
      functionName: runner.name,
      // A new revision of the task is a new migration; so is another run that the config asks for.
      triggers: { task: task.arn, run: String(spec.run) },
      input: pulumi.jsonStringify({
        cluster: cluster.arn,
        taskDefinition: task.arn,
        container: spec.name,
        ...taskNetwork(args),
        timeoutSeconds: spec.timeoutSeconds,
        attempts,
      }),
    },
    { ...child, dependsOn: [...after] },
  );

  function createRunner(): lambda.Function {
    const log = logGroup(
      `${name}-runner-log`,
      {
        context,
        path: `/aws/lambda/${runnerName}`,
        retentionDays: logRetentionDays,
        keyArn: network.logKeyArn,
      },
      child,
    );
    const role = serviceRole(`${name}-runner-role`, { context, service: "lambda.amazonaws.com" }, parent);
    const writeLog = {
      Effect: "Allow" as const,
      Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
      Resource: pulumi.interpolate`${log.arn}:*`,
    };
    const listTasks = {
      Effect: "Allow" as const,
      Action: "ecs:ListTasks",
      // By family there is no narrower resource (Service Authorization Reference, Amazon ECS); the cluster is held instead.
      Resource: "*",
      Condition: { ArnEquals: { "ecs:cluster": cluster.arn } },
    };
    const policy = new iam.RolePolicy(
      `${name}-runner-policy`,
      { role: role.name, policy: runTaskPolicy(args, [writeLog, listTasks], parent) },
      child,
    );
    return new lambda.Function(
      `${name}-runner`,
      {
        name: runnerName,
        description: `Runs the migration of ${context.name} and waits for it`,
        runtime: "nodejs24.x",
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
  }
}
