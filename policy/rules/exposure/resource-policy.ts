import type * as aws from "@pulumi/aws";
import type * as gcp from "@pulumi/gcp";
import { type Finding, isNoneOf, requireIfSet } from "../../core/finding";
import { alike, type Check, check, forTypes, type Rule } from "../../core/rule";
import { ofGrants, openMembers, openStatements } from "../../kinds/everyone";

const policy: Check = check<aws.sqs.QueuePolicyArgs>((resource) => openStatements(resource.at("policy")));

/** A permission is a statement in other words: these say who calls. */
const callers = ["sourceArn", "sourceAccount", "principalOrgId"] as const;

/** Grants on Google's resources that nobody needs who has no name. */
const grants = [
  "gcp:kms/cryptoKeyIAM",
  "gcp:kms/keyRingIAM",
  "gcp:secretmanager/secretIam",
  "gcp:pubsub/topicIAM",
  "gcp:pubsub/subscriptionIAM",
  "gcp:bigquery/datasetIam",
];

/**
 * Queues, topics, keys, secrets, data sets and functions name those who may use them. Azure's roles are given to identities,
 * and have no word for everybody.
 */
export const rule: Rule = {
  id: "exposure-resource-policy",
  title: "Queues, topics, keys, secrets and functions name those who may use them.",
  severity: "critical",
  frameworks: {
    "CIS AWS Foundations 7.0": ["2.21"],
    "CIS GCP Foundation 5.0": ["1.10", "7.1"],
    "PCI DSS 4.0": ["1.3.1"],
    "ISO 27001:2022": ["A.8.3"],
    "SOC 2": ["CC6.1"],
  },
  why: 'A policy for "*" lets every account of the world in, without being in any list of the network.',
  mend: "Name the principals, or add a condition such as aws:SourceArn or aws:PrincipalOrgID.",
  source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-resources.html",
  breaksBy: {
    ...alike(
      [
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
      ],
      [
        'policy.Statement[].Condition.IpAddress["aws:SourceIp"]',
        'policy.Statement[].Condition.StringEquals["aws:PrincipalOrgID"]',
        "policy.Statement[].Effect",
        "policy.Statement[].NotPrincipal",
        "policy.Statement[].Principal.AWS",
      ],
    ),
    "aws:lambda/permission:Permission": ["principal", "principalOrgId", "sourceAccount", "sourceArn"],
    ...alike(
      [
        "gcp:kms/cryptoKeyIAMMember:CryptoKeyIAMMember",
        "gcp:kms/keyRingIAMMember:KeyRingIAMMember",
        "gcp:secretmanager/secretIamMember:SecretIamMember",
        "gcp:pubsub/topicIAMMember:TopicIAMMember",
        "gcp:pubsub/subscriptionIAMMember:SubscriptionIAMMember",
        "gcp:bigquery/datasetIamMember:DatasetIamMember",
      ],
      ["member"],
    ),
    ...alike(
      [
        "gcp:kms/cryptoKeyIAMBinding:CryptoKeyIAMBinding",
        "gcp:kms/keyRingIAMBinding:KeyRingIAMBinding",
        "gcp:secretmanager/secretIamBinding:SecretIamBinding",
        "gcp:pubsub/topicIAMBinding:TopicIAMBinding",
        "gcp:pubsub/subscriptionIAMBinding:SubscriptionIAMBinding",
        "gcp:bigquery/datasetIamBinding:DatasetIamBinding",
      ],
      ["members"],
    ),
    ...alike(
      [
        "gcp:kms/cryptoKeyIAMPolicy:CryptoKeyIAMPolicy",
        "gcp:kms/keyRingIAMPolicy:KeyRingIAMPolicy",
        "gcp:secretmanager/secretIamPolicy:SecretIamPolicy",
        "gcp:pubsub/topicIAMPolicy:TopicIAMPolicy",
        "gcp:pubsub/subscriptionIAMPolicy:SubscriptionIAMPolicy",
        "gcp:bigquery/datasetIamPolicy:DatasetIamPolicy",
      ],
      ["policyData.bindings[].members"],
    ),
    "gcp:bigquery/datasetAccess:DatasetAccess": ["iamMember", "specialGroup"],
  },
  checks: {
    ...forTypes(
      [
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
      ],
      policy,
    ),
    "aws:lambda/permission:Permission": check<aws.lambda.PermissionArgs>((permission): Finding[] =>
      callers.some((caller) => permission.at(caller).isSet && permission.at(caller).text() !== "*")
        ? []
        : requireIfSet(permission.at("principal"), isNoneOf(["*"])),
    ),
    ...ofGrants(grants),
    "gcp:bigquery/datasetAccess:DatasetAccess": check<gcp.bigquery.DatasetAccessArgs>((access) =>
      openMembers([access.at("specialGroup"), access.at("iamMember")]),
    ),
  },
};
