import type { View } from "../../core/view";
import type { Statement } from "../iam";
import type { Names } from "./aws";
import { callers } from "./callers";

/** Whether a principal is a service of AWS': `sns.amazonaws.com`, `logs.cn-north-1.amazonaws.com.cn`. */
export function isService(principal: string): boolean {
  return /\.amazonaws\.com(\.cn)?$/i.test(principal);
}

/** Global keys that say for whom a service calls (IAM User Guide, "Cross-service confused deputy prevention"). */
const sourceKeys = new Set([
  "aws:sourceaccount",
  "aws:sourcearn",
  "aws:sourceorgid",
  "aws:sourceorgpaths",
  "aws:sourceowner",
  "kms:calleraccount",
]);

/**
 * What a service encrypts, by which a key says the same: `kms:EncryptionContext:aws:logs:arn` (CloudWatch Logs User Guide,
 * "Encrypt log data using AWS KMS"; CloudTrail User Guide, "Configure AWS KMS key policies for CloudTrail").
 */
const context = /^kms:encryptioncontext:aws:/;

/** Which values of a key name the account, organization or resource that a service calls for. */
export const sources: Names = (key) => {
  if (context.test(key)) return callers("aws:sourcearn");
  return sourceKeys.has(key) ? callers(key) : undefined;
};

/**
 * What a service may be allowed without such a condition, for it sends none. Elastic Load Balancing has the account in the path
 * of what it writes ("Access logs for your Application Load Balancer", the bucket's policy). EventBridge sends none to AWS KMS
 * when it delivers to an encrypted topic or queue (Amazon SNS Developer Guide, "Managing Amazon SNS encryption keys and costs").
 */
const withoutSource: Readonly<Record<string, RegExp>> = {
  "logdelivery.elasticloadbalancing.amazonaws.com": /^s3:PutObject$/i,
  "events.amazonaws.com": /^kms:(Decrypt|GenerateDataKey\*?)$/i,
};

/** Whether a service can't say for whom it does what a statement is about. */
export function hasNoSource(service: string, statement: View<Statement>): boolean {
  const excepted = Object.hasOwn(withoutSource, service) ? withoutSource[service] : undefined;
  if (excepted === undefined) return false;
  const actions = statement.at("Action");
  const texts = actions.texts();
  return !actions.known || (texts.length > 0 && texts.every((action) => excepted.test(action)));
}
