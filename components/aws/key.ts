import { getCallerIdentityOutput } from "@pulumi/aws/getCallerIdentity";
import * as kms from "@pulumi/aws/kms";
import * as pulumi from "@pulumi/pulumi";
import { type ComponentContext, isCopy } from "../contract";
import { type PolicyStatement, policyDocument } from "./policy";
import { tags } from "./tags";

/** Purpose and place of a key. */
export interface KeyArgs {
  context: ComponentContext;
  /** The encrypted data, in a few words. */
  description: string;
  /** Region of the key; the provider's own where undefined. */
  region?: string;
  /** Statements beside the account's own right to manage it. */
  statements?: PolicyStatement[];
  /** Whether it stays when the stack is destroyed, for a snapshot that stays: without its key nothing restores it. */
  retain?: boolean;
}

/** Days in which a key that is scheduled for deletion can be had back (KMS API Reference, `ScheduleKeyDeletion`: 7 to 30). */
const deletionDays = { copy: 7, other: 30 } as const;

/**
 * A customer-managed key, rotated every year. The account's IAM policies say who may use it; `statements` let services in
 * that act in their own name. Data without its key is lost: a key is scheduled for deletion over the longest time that KMS
 * has, or over the shortest in copies, since pull request environments leave keys behind every day.
 */
export function encryptionKey(name: string, args: KeyArgs, parent: pulumi.Resource): kms.Key {
  const account = pulumi.interpolate`arn:aws:iam::${getCallerIdentityOutput({}, { parent }).accountId}:root`;
  return new kms.Key(
    name,
    {
      description: args.description,
      enableKeyRotation: true,
      deletionWindowInDays: isCopy(args.context) ? deletionDays.copy : deletionDays.other,
      region: args.region,
      policy: policyDocument([
        { Sid: "Account", Effect: "Allow", Principal: { AWS: account }, Action: "kms:*", Resource: "*" },
        ...(args.statements ?? []),
      ]),
      tags: tags(args.context, name),
    },
    { parent, protect: args.context.protect, retainOnDelete: args.retain },
  );
}
