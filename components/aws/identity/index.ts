import { getCallerIdentityOutput } from "@pulumi/aws/getCallerIdentity";
import * as iam from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";
import type { IdentityArgs } from "../../contract";
import { type Identity, type IdentitySpec, physicalName, type SecretReference, secretSuffix } from "../../contract";
import { type DataSources, referencedSecret } from "../../shared/references";
import type { AwsImages } from "../images";
import { type PolicyStatement, policyDocument } from "../policy";
import type { AwsPostgres } from "../postgres";
import type { AwsRedis } from "../redis";
import { serviceRole } from "../role";
import type { StoredSecret } from "../secret";
import type { AwsSecrets } from "../secrets";
import type { AwsStorage } from "../storage";

/** The service that assumes the roles. */
const tasks = "ecs-tasks.amazonaws.com";

/** Where the secrets of workloads are found. */
export interface SecretSources extends DataSources<AwsPostgres, AwsRedis> {
  secrets: AwsSecrets;
}

/** A referenced secret, and ARN of the key that opens it. */
export function locateSecret(
  reference: SecretReference,
  sources: SecretSources,
): StoredSecret & { keyArn: pulumi.Output<string> } {
  return referencedSecret(reference, sources, {
    secret: (secrets, name) => ({ ...secrets.secret(name), keyArn: secrets.keyArn }),
    postgres: (database, key) => ({ ...database.secret(key), keyArn: database.secretKeyArn }),
    redis: (instance, key) => ({ ...instance.secret(key), keyArn: instance.secretKeyArn }),
  });
}

type AwsIdentityArgs = IdentityArgs & SecretSources & { storage: AwsStorage } & { images: AwsImages };

/**
 * Two roles per workload: one in which its code runs, and one in which ECS starts it. Each may do what this workload
 * needs, by name.
 */
export class AwsIdentity extends pulumi.ComponentResource implements Identity {
  readonly workloads: readonly string[];
  private readonly taskRoles = new Map<string, iam.Role>();
  private readonly executionRoles = new Map<string, iam.Role>();

  constructor(name: string, args: AwsIdentityArgs, opts?: pulumi.ComponentResourceOptions) {
    super("isotopo:aws:Identity", name, {}, opts);
    const accountId = getCallerIdentityOutput({}, { parent: this }).accountId;
    for (const spec of args.workloads) {
      this.taskRoles.set(spec.workload, this.taskRole(name, spec, args, accountId));
      this.executionRoles.set(spec.workload, this.executionRole(name, spec, args, accountId));
    }
    this.workloads = args.workloads.map(({ workload }) => workload);
    this.registerOutputs({ workloads: this.workloads });
  }

  /** ARN of the role in which a workload's code runs. */
  taskRoleArn(workload: string): pulumi.Output<string> {
    return arnOf(this.taskRoles, workload);
  }

  /** ARN of the role in which ECS starts a workload. */
  executionRoleArn(workload: string): pulumi.Output<string> {
    return arnOf(this.executionRoles, workload);
  }

  /** It may use its buckets. A workload without buckets has a role that may do nothing. */
  private taskRole(
    name: string,
    spec: IdentitySpec,
    args: AwsIdentityArgs,
    accountId: pulumi.Output<string>,
  ): iam.Role {
    const roleArgs = { context: args.context, service: tasks, forAccount: accountId };
    const role = serviceRole(`${name}-${spec.workload}-task`, roleArgs, this);
    const statements = Object.entries(spec.buckets).flatMap(([bucket, access]): PolicyStatement[] => {
      const arn = args.storage.bucketArns[bucket];
      if (arn === undefined) throw new Error(`${spec.workload}: there is no bucket "${bucket}"`);
      const write = access === "read-write" ? ["s3:PutObject", "s3:DeleteObject", "s3:AbortMultipartUpload"] : [];
      return [
        { Effect: "Allow", Action: ["s3:ListBucket"], Resource: arn },
        { Effect: "Allow", Action: ["s3:GetObject", ...write], Resource: pulumi.interpolate`${arn}/*` },
      ];
    });
    if (statements.length > 0) {
      statements.push({
        Effect: "Allow",
        Action: ["kms:Decrypt", "kms:GenerateDataKey"],
        Resource: args.storage.keyArn,
        Condition: { StringEquals: { "kms:ViaService": `s3.${args.context.region}.amazonaws.com` } },
      });
      this.policy(`${name}-${spec.workload}-task-policy`, role, statements);
    }
    return role;
  }

  /** It may pull its image, write the workload's log, and read exactly its secrets. */
  private executionRole(
    name: string,
    spec: IdentitySpec,
    args: AwsIdentityArgs,
    accountId: pulumi.Output<string>,
  ): iam.Role {
    const { context, images } = args;
    // Without the account: the guide of this role, unlike that of the other, does not say that ECS names it.
    const role = serviceRole(`${name}-${spec.workload}-execution`, { context, service: tasks }, this);
    // Roles of Redis share an instance, and a policy says each secret once.
    const located: { arn: pulumi.Output<string>; keyArn: pulumi.Output<string> }[] = [
      ...new Map(
        spec.secrets.map((reference) => [secretSuffix(reference, args.redisRoles), locateSecret(reference, args)]),
      ).values(),
    ];
    const pulled = images.ofTask(spec);
    const credentials = new Set(pulled.flatMap((image) => images.credentialsArn(image) ?? []));
    located.push(...[...credentials].map((arn) => ({ arn, keyArn: images.keyArn })));
    const statements: PolicyStatement[] = [
      ...images.pullStatements(pulled),
      {
        Effect: "Allow",
        Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
        Resource: pulumi.interpolate`arn:aws:logs:${context.region}:${accountId}:log-group:${workloadLogPath(context.name, spec.workload)}:*`,
      },
    ];
    if (located.length > 0) {
      statements.push(
        { Effect: "Allow", Action: "secretsmanager:GetSecretValue", Resource: located.map(({ arn }) => arn) },
        {
          Effect: "Allow",
          Action: "kms:Decrypt",
          Resource: [...new Set(located.map(({ keyArn }) => keyArn))],
          Condition: { StringEquals: { "kms:ViaService": `secretsmanager.${context.region}.amazonaws.com` } },
        },
      );
    }
    this.policy(`${name}-${spec.workload}-execution-policy`, role, statements);
    return role;
  }

  private policy(policyName: string, role: iam.Role, statements: PolicyStatement[]): void {
    new iam.RolePolicy(
      physicalName([policyName], longestPolicyName),
      { role: role.name, policy: policyDocument(statements) },
      { parent: this },
    );
  }
}

/** A policy has at most 128 characters, eight of them for Pulumi's own suffix (IAM API Reference, `PutRolePolicy`). */
const longestPolicyName = 120;

/** Name of the log group of a workload. */
export function workloadLogPath(topology: string, workload: string): string {
  return `/${topology}/${workload}`;
}

function arnOf(roles: ReadonlyMap<string, iam.Role>, workload: string): pulumi.Output<string> {
  const role = roles.get(workload);
  if (role === undefined) throw new Error(`there is no identity for "${workload}"`);
  return role.arn;
}
