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

/**
 * A customer-managed key, rotated every year. The account's IAM policies say who may use it; `statements` let services in
 * that act in their own name. Scheduled for deletion over 30 days, the longest that KMS has: data without its key is
 * lost.
 */
export function encryptionKey(name: string, args: KeyArgs, parent: pulumi.Resource): kms.Key {
  const account = pulumi.interpolate`arn:aws:iam::${getCallerIdentityOutput({}, { parent }).accountId}:root`;
  return new kms.Key(
    name,
    {
      description: args.description,
      enableKeyRotation: true,
      deletionWindowInDays: 30,
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
