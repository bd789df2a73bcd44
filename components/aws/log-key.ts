import { getCallerIdentityOutput } from "@pulumi/aws/getCallerIdentity";
import type * as kms from "@pulumi/aws/kms";
import * as pulumi from "@pulumi/pulumi";
import type { ComponentContext } from "../contract";
import { encryptionKey } from "./key";

/** Purpose and place of a key of logs. */
export interface LogKeyArgs {
  context: ComponentContext;
  description: string;
  /** Region of the log groups; the stack's own where undefined. */
  region?: string;
}

/**
 * A key that CloudWatch Logs may use for the log groups of this account and region. Logs names the group in the encryption
 * context (CloudWatch Logs User Guide, "Encrypt log data").
 */
export function logKey(name: string, { context, description, region }: LogKeyArgs, parent: pulumi.Resource): kms.Key {
  const account = getCallerIdentityOutput({}, { parent }).accountId;
  const place = region ?? context.region;
  return encryptionKey(
    name,
    {
      context,
      description,
      region,
      statements: [
        {
          Sid: "Logs",
          Effect: "Allow",
          Principal: { Service: `logs.${place}.amazonaws.com` },
          Action: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"],
          Resource: "*",
          Condition: {
            ArnLike: { "kms:EncryptionContext:aws:logs:arn": pulumi.interpolate`arn:aws:logs:${place}:${account}:*` },
          },
        },
      ],
    },
    parent,
  );
}
