import * as ec2 from "@pulumi/aws/ec2";
import { getCallerIdentityOutput } from "@pulumi/aws/getCallerIdentity";
import * as iam from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";
import type { ComponentContext } from "../../contract";
import { encryptionKey } from "../key";
import { logGroup } from "../log-group";
import { assumedBy, policyDocument } from "../policy";
import { tags } from "../tags";

/** What is logged, and for how long. */
export interface FlowLogArgs {
  context: ComponentContext;
  vpcId: pulumi.Input<string>;
  retentionDays: number;
}

/** Logs accepted and refused connections to CloudWatch. Returns the ARN of the key, which other log groups share. */
export function flowLogs(name: string, args: FlowLogArgs, parent: pulumi.Resource): pulumi.Output<string> {
  const { context, vpcId, retentionDays } = args;
  const account = getCallerIdentityOutput({}, { parent }).accountId;
  const key = encryptionKey(
    `${name}-log-key`,
    {
      context,
      description: `Logs of ${context.name}`,
      // CloudWatch Logs asks for the key in the name of the log group (CloudWatch Logs User Guide, "Encrypt log data").
      statements: [
        {
          Sid: "Logs",
          Effect: "Allow",
          Principal: { Service: `logs.${context.region}.amazonaws.com` },
          Action: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"],
          Resource: "*",
          Condition: {
            ArnLike: {
              "kms:EncryptionContext:aws:logs:arn": pulumi.interpolate`arn:aws:logs:${context.region}:${account}:*`,
            },
          },
        },
      ],
    },
    parent,
  );
  const group = logGroup(
    `${name}-flow-logs`,
    { context, path: `/${context.name}/flow-logs`, retentionDays, keyArn: key.arn },
    { parent },
  );
  const role = new iam.Role(
    `${name}-flow-logs-role`,
    {
      assumeRolePolicy: assumedBy("vpc-flow-logs.amazonaws.com"),
      tags: tags(context, `${name}-flow-logs-role`),
    },
    { parent },
  );
  new iam.RolePolicy(
    `${name}-flow-logs-policy`,
    {
      role: role.name,
      policy: policyDocument([
        {
          Effect: "Allow",
          Action: ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"],
          Resource: pulumi.interpolate`${group.arn}:*`,
        },
      ]),
    },
    { parent },
  );
  new ec2.FlowLog(
    `${name}-flow-log`,
    {
      vpcId,
      trafficType: "ALL",
      logDestinationType: "cloud-watch-logs",
      logDestination: group.arn,
      iamRoleArn: role.arn,
      tags: tags(context, `${name}-flow-log`),
    },
    { parent },
  );
  return key.arn;
}
