import * as pulumi from "@pulumi/pulumi";
import type { Secrets, SecretsArgs } from "../../contract";
import { secretIn, storedSecrets } from "../../shared/secrets";
import { encryptionKey } from "../key";
import { type StoredSecret, storedSecret } from "../secret";

/** The application's secrets in Secrets Manager, each by itself so that a workload may read one and not the next. */
export class AwsSecrets extends pulumi.ComponentResource implements Secrets {
  readonly names: readonly string[];
  readonly keyArn: pulumi.Output<string>;
  private readonly stored: ReadonlyMap<string, StoredSecret>;

  constructor(name: string, args: SecretsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("isotopo:aws:Secrets", name, {}, opts);
    const { context } = args;
    const key = encryptionKey(`${name}-key`, { context, description: `Secrets of ${context.name}` }, this);
    this.keyArn = key.arn;
    this.stored = storedSecrets(
      name,
      args,
      (secretName, secret) => storedSecret(secretName, { context, keyArn: this.keyArn, ...secret }, this),
      this,
    );
    this.names = [...this.stored.keys()];
    this.registerOutputs({ names: this.names, keyArn: this.keyArn });
  }

  /** A secret; throws where the topology has none of that name. */
  secret(secretName: string): StoredSecret {
    return secretIn(this.stored, secretName);
  }
}
