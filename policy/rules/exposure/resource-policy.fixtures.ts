import type { ResourceFixtures } from "../../core/fixture";
import { namingGrants, namingPolicies, openGrants, openPolicies } from "../../kinds/everyone.fixtures";

const mend = "Name the principals, or add a condition such as aws:SourceArn or aws:PrincipalOrgID.";
const policies = [
  "aws:sqs/queuePolicy:QueuePolicy",
  "aws:sqs/queue:Queue",
  "aws:sns/topicPolicy:TopicPolicy",
  "aws:sns/topic:Topic",
  "aws:secretsmanager/secretPolicy:SecretPolicy",
  "aws:secretsmanager/secret:Secret",
  "aws:kms/keyPolicy:KeyPolicy",
  "aws:kms/key:Key",
  "aws:cloudwatch/eventBusPolicy:EventBusPolicy",
  "aws:backup/vaultPolicy:VaultPolicy",
  "aws:glue/resourcePolicy:ResourcePolicy",
];
const grants = [
  "gcp:kms/cryptoKeyIAM",
  "gcp:kms/keyRingIAM",
  "gcp:secretmanager/secretIam",
  "gcp:pubsub/topicIAM",
  "gcp:pubsub/subscriptionIAM",
  "gcp:bigquery/datasetIam",
];
const permission = "aws:lambda/permission:Permission";
const access = "gcp:bigquery/datasetAccess:DatasetAccess";

export const fixtures: ResourceFixtures = {
  passes: [
    ...policies.flatMap((type) => namingPolicies(type, "policy")),
    {
      name: "a service",
      type: permission,
      properties: { action: "lambda:InvokeFunction", principal: "events.amazonaws.com" },
    },
    { name: "one source", type: permission, properties: { principal: "*", sourceArn: "arn:aws:s3:::data" } },
    { name: "an organization", type: permission, properties: { principal: "*", principalOrgId: "o-1" } },
    ...grants.flatMap((grant) => namingGrants(grant, {})),
    {
      name: "a group",
      type: access,
      properties: { role: "READER", specialGroup: "projectReaders" },
      harmless: { specialGroup: "only one group is everybody" },
    },
  ],
  fails: [
    ...policies.flatMap((type) => openPolicies(type, "policy", mend)),
    {
      name: "everybody",
      type: permission,
      properties: { principal: "*", action: "lambda:InvokeFunction" },
      messages: [`principal is "*"; required: not "*". ${mend}`],
    },
    ...grants.flatMap((grant) => openGrants(grant, {}, mend)),
    {
      name: "everybody with an account",
      type: access,
      properties: { role: "READER", specialGroup: "allAuthenticatedUsers" },
      messages: [`specialGroup is "allAuthenticatedUsers"; required: members that you name. ${mend}`],
    },
  ],
};
