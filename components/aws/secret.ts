import * as secretsmanager from "@pulumi/aws/secretsmanager";
import * as pulumi from "@pulumi/pulumi";
import { type ComponentContext, isCopy } from "../contract";
import { tags } from "./tags";

/** A secret of Secrets Manager and the value it holds. */
export interface StoredSecretArgs {
  context: ComponentContext;
  description: string;
  keyArn: pulumi.Input<string>;
  /** A Pulumi secret. */
  value: pulumi.Input<string>;
}

/** A secret and the version that holds its value. */
export interface StoredSecret {
  arn: pulumi.Output<string>;
  /**
   * What a container definition says for it: the secret in this very version (Amazon ECS Developer Guide, "Pass Secrets Manager
   * secrets through environment variables": ARN, JSON key, stage, version). ECS reads secrets when a task starts and never
   * again: with the version in it, a new value is a new revision, and so a rollout.
   */
  reference: pulumi.Output<string>;
}

/** Days in which a deleted secret can be had back: the least, and the most that Secrets Manager has. */
const recoveryDays = { copy: 7, other: 30 } as const;

/**
 * Puts a value into Secrets Manager. Its physical name is Pulumi's, so that a stack that is destroyed and made anew does
 * not meet the name of its deleted secret, which is taken until the recovery window ends.
 */
export function storedSecret(name: string, args: StoredSecretArgs, parent: pulumi.Resource): StoredSecret {
  const { context, description, keyArn, value } = args;
  const secret = new secretsmanager.Secret(
    name,
    {
      description,
      kmsKeyId: keyArn,
      recoveryWindowInDays: isCopy(context) ? recoveryDays.copy : recoveryDays.other,
      tags: tags(context, name),
    },
    { parent },
  );
  const { versionId } = new secretsmanager.SecretVersion(
    `${name}-value`,
    { secretId: secret.id, secretString: value },
    { parent },
  );
  return { arn: secret.arn, reference: pulumi.interpolate`${secret.arn}:::${versionId}` };
}
