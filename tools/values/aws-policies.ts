import { apiReference, providerPage } from "./aws-sources";
import { rowsOf } from "./rows";
import type { DocumentedValue } from "./value";

const authorization = "Service Authorization Reference: actions, resources, and condition keys for AWS services";
const elements = "IAM User Guide, IAM JSON policy elements reference";
const principals = "IAM User Guide, AWS services that work with IAM; each service's own page names its principal";

const passwords = ["ecr:GetAuthorizationToken", "secretsmanager:GetSecretValue", "kms:Decrypt", "kms:GenerateDataKey"];
const images = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"];
const tasks = ["ecs:ListTasks", "ecs:RunTask", "ecs:StopTask", "ecs:DescribeTasks", "ecs:TagResource", "iam:PassRole"];
const logs = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"];
const events = ["events:DescribeRule", "events:PutRule", "events:PutTargets", "states:StartExecution"];
const objects = ["s3:AbortMultipartUpload", "s3:DeleteObject", "s3:GetObject", "s3:ListBucket", "s3:PutObject"];

/** Policies of roles, keys and buckets. The SDK types some of their elements; the rest are texts in a document. */
export const awsPolicyValues: readonly DocumentedValue[] = [
  ...rowsOf("aws:iam/role:Role", authorization, {
    "assumeRolePolicy.Statement.*.Action": ["sts:AssumeRole"],
  }),
  ...rowsOf("aws:iam/role:Role", principals, {
    "assumeRolePolicy.Statement.*.Principal.Service": [
      "ecs-tasks.amazonaws.com",
      "lambda.amazonaws.com",
      "monitoring.rds.amazonaws.com",
      "rds.amazonaws.com",
      "scheduler.amazonaws.com",
      "states.amazonaws.com",
      "vpc-flow-logs.amazonaws.com",
    ],
  }),
  ...rowsOf("aws:iam/rolePolicy:RolePolicy", authorization, {
    "policy.Statement.*.Action": [...passwords, ...tasks, ...events],
    "policy.Statement.*.Action.*": [...passwords, ...images, ...tasks, ...logs, ...events, ...objects],
  }),
  ...rowsOf("aws:iam/rolePolicy:RolePolicy", principals, {
    "policy.Statement.*.Condition.StringEquals.iam:PassedToService": ["ecs-tasks.amazonaws.com"],
  }),
  ...rowsOf("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "AWS Managed Policy Reference Guide", {
    policyArn: ["arn:aws:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole"],
  }),
  ...rowsOf("aws:ecr/repositoryPolicy:RepositoryPolicy", authorization, {
    "policy.Statement.*.Action.*": images,
  }),
  ...rowsOf("aws:kms/key:Key", authorization, {
    "policy.Statement.*.Action": ["kms:*"],
    "policy.Statement.*.Action.*": [
      "kms:Decrypt",
      "kms:Describe*",
      "kms:Encrypt",
      "kms:GenerateDataKey*",
      "kms:ReEncrypt*",
    ],
  }),
  ...rowsOf("aws:kms/key:Key", elements, {
    "policy.Version": ["2012-10-17"],
    "policy.Statement.*.Effect": ["Allow"],
  }),
  ...rowsOf("aws:kms/key:Key", "CloudWatch Logs User Guide, Encrypt log data using AWS KMS", {
    "policy.Statement.*.Principal.Service": /^logs\.[a-z]{2}(-[a-z]+)+-\d\.amazonaws\.com$/,
  }),
  ...rowsOf("aws:s3/bucketPolicy:BucketPolicy", authorization, {
    "policy.Statement.*.Action": ["s3:*", "s3:GetObject", "s3:ListBucket", "s3:PutObject"],
  }),
  ...rowsOf("aws:s3/bucketPolicy:BucketPolicy", principals, {
    "policy.Statement.*.Principal.Service": [
      "cloudfront.amazonaws.com",
      "delivery.logs.amazonaws.com",
      "logdelivery.elasticloadbalancing.amazonaws.com",
      "logging.s3.amazonaws.com",
    ],
  }),
  ...rowsOf("aws:ec2/flowLog:FlowLog", providerPage("flow_log"), {
    logDestinationType: ["cloud-watch-logs"],
    trafficType: ["ALL"],
  }),
  ...rowsOf("aws:ec2/vpcEndpoint:VpcEndpoint", providerPage("vpc_endpoint"), {
    vpcEndpointType: ["Gateway", "Interface"],
  }),
  ...rowsOf(
    "aws:ec2/vpcEndpoint:VpcEndpoint",
    "AWS PrivateLink Guide, AWS services that integrate with AWS PrivateLink",
    {
      serviceName: /^com\.amazonaws\.[a-z]{2}(-[a-z]+)+-\d\.(s3|ecr\.(api|dkr)|kms|logs|secretsmanager)$/,
    },
  ),
  ...rowsOf("aws:ec2/eip:Eip", apiReference("Amazon EC2", "AllocateAddress"), { domain: ["vpc"] }),
  ...["Egress", "Ingress"].flatMap((direction) =>
    rowsOf(
      `aws:vpc/securityGroup${direction}Rule:SecurityGroup${direction}Rule`,
      apiReference("Amazon EC2", "AuthorizeSecurityGroupIngress"),
      { ipProtocol: ["tcp"] },
    ),
  ),
];
