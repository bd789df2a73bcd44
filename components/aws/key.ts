import { getCallerIdentityOutput } from "@pulumi/aws/getCallerIdentity";
import * as kms from "@pulumi/aws/kms";
import * as pulumi from "@pulumi/pulumi";
import type { ComponentContext } from "../contract";
import { type PolicyStatement, policyDocument } from "./policy";
import { tags } from "./tags";

/** What a key is for. */
export interface KeyArgs {
  context: ComponentContext;
  /** What it encrypts, in a few words. */
  description: string;
  /** Region of the key; the provider's own where undefined. */
  region?: string;
  /** Statements beside the account's own right to manage it. */
  statements?: PolicyStatement[];
}

/** Days in which a key that is scheduled for deletion can be had back (KMS API Reference, `ScheduleKeyDeletion`: 7 to 30). */
const deletionDays = { protected: 30, other: 7 } as const;

/**
 * A customer-managed key, rotated every year. The account's IAM policies say who may use it; `statements` let services in
 * that act in their own name. Data without its key is lost: where the stack is protected, a key is scheduled for deletion over
 * the longest time that KMS has, and elsewhere over the shortest, since copies of pull requests leave theirs every day.
 */
export function encryptionKey(name: string, args: KeyArgs, parent: pulumi.Resource): kms.Key {
  const account = pulumi.interpolate`arn:aws:iam::${getCallerIdentityOutput({}, { parent }).accountId}:root`;
  return new kms.Key(
    name,
    {
      description: args.description,
      enableKeyRotation: true,
      deletionWindowInDays: args.context.protect ? deletionDays.protected : deletionDays.other,
      region: args.region,
      policy: policyDocument([
        { Sid: "Account", Effect: "Allow", Principal: { AWS: account }, Action: "kms:*", Resource: "*" },
        ...(args.statements ?? []),
      ]),
      tags: tags(args.context, name),
    },
    { parent, protect: args.context.protect },
  );
}
