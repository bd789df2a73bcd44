import * as ec2 from "@pulumi/aws/ec2";
import { getCallerIdentityOutput } from "@pulumi/aws/getCallerIdentity";
import * as iam from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";
import type { ComponentContext } from "../../contract";
import { logGroup } from "../log-group";
import { logKey } from "../log-key";
import { policyDocument } from "../policy";
import { serviceRole } from "../role";
import { tags } from "../tags";

/** The logged traffic, and its retention. */
export interface FlowLogArgs {
  context: ComponentContext;
  vpcId: pulumi.Input<string>;
  retentionDays: number;
}

/** Logs accepted and refused connections to CloudWatch. Returns the ARN of the key, which other log groups share. */
export function flowLogs(name: string, args: FlowLogArgs, parent: pulumi.Resource): pulumi.Output<string> {
  const { context, vpcId, retentionDays } = args;
  const key = logKey(`${name}-log-key`, { context, description: `Logs of ${context.name}` }, parent);
  const group = logGroup(
    `${name}-flow-logs`,
    { context, path: `/${context.name}/flow-logs`, retentionDays, keyArn: key.arn },
    { parent },
  );
  const role = serviceRole(
    `${name}-flow-logs-role`,
    {
      context,
      service: "vpc-flow-logs.amazonaws.com",
      forAccount: getCallerIdentityOutput({}, { parent }).accountId,
    },
    parent,
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
