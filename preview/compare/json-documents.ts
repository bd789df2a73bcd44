import { canonicalType } from "../../policy/protocol/canonical-type";
import { isWithin, stepsOf } from "../model/paths";

/**
 * Texts whose provider reads them as JSON documents: other spaces, or another order of keys, are no change to it
 * (`SuppressEquivalentPolicyDiffs`, `IAMPolicyDocumentSchema…`, `NormalizeJsonString` and the like in terraform-provider-aws,
 * `internal/service`; read 2026-12-01). Any other text is compared as a text, JSON or not.
 */
const documents: Readonly<Record<string, readonly string[]>> = {
  "aws:backup/vaultPolicy:VaultPolicy": ["policy"],
  "aws:ecr/lifecyclePolicy:LifecyclePolicy": ["policy"],
  "aws:ecr/repositoryPolicy:RepositoryPolicy": ["policy"],
  "aws:ecs/taskDefinition:TaskDefinition": ["containerDefinitions"],
  "aws:iam/policy:Policy": ["policy"],
  "aws:iam/role:Role": ["assumeRolePolicy", "inlinePolicies[*].policy"],
  "aws:iam/rolePolicy:RolePolicy": ["policy"],
  "aws:kms/key:Key": ["policy"],
  "aws:opensearch/domain:Domain": ["accessPolicies"],
  "aws:s3/bucket:Bucket": ["policy"],
  "aws:s3/bucketPolicy:BucketPolicy": ["policy"],
  "aws:s3control/objectLambdaAccessPointPolicy:ObjectLambdaAccessPointPolicy": ["policy"],
  "aws:secretsmanager/secretPolicy:SecretPolicy": ["policy"],
  "aws:sns/topic:Topic": ["archivePolicy", "deliveryPolicy", "policy"],
  "aws:sns/topicPolicy:TopicPolicy": ["policy"],
  "aws:sqs/queue:Queue": ["policy", "redriveAllowPolicy", "redrivePolicy"],
  "aws:sqs/queuePolicy:QueuePolicy": ["policy"],
  "aws:transfer/access:Access": ["policy"],
};

/** Whether the provider of a type takes the text at a path for a JSON document. */
export function isJsonDocument(type: string, path: string): boolean {
  const canonical = canonicalType(type);
  if (!Object.hasOwn(documents, canonical)) return false;
  const steps = stepsOf(path);
  return (documents[canonical] ?? []).some((one) => {
    const listed = stepsOf(one);
    return listed.length === steps.length && isWithin(steps, listed);
  });
}
