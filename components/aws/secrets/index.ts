import * as pulumi from "@pulumi/pulumi";
import type { SecretSpec, Secrets, SecretsArgs } from "../../contract";
import { generatedPassword } from "../../shared/password";
import { encryptionKey } from "../key";
import { type StoredSecret, storedSecret } from "../secret";

/** The application's secrets in Secrets Manager, each by itself so that a workload may read one and not the next. */
export class AwsSecrets extends pulumi.ComponentResource implements Secrets {
  readonly names: readonly string[];
  readonly keyArn: pulumi.Output<string>;
  private readonly stored: ReadonlyMap<string, StoredSecret>;

  constructor(name: string, args: SecretsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("isotopo:aws:Secrets", name, {}, opts);
    const { context, secrets, values } = args;
    const key = encryptionKey(`${name}-key`, { context, description: `Secrets of ${context.name}` }, this);
    this.keyArn = key.arn;
    this.stored = new Map(secrets.map((secret) => [secret.name, this.store(name, secret, args, values[secret.name])]));
    this.names = [...this.stored.keys()];
    this.registerOutputs({ names: this.names, keyArn: this.keyArn });
  }

  /** A secret; throws where the topology has none of that name. */
  secret(secretName: string): StoredSecret {
    const secret = this.stored.get(secretName);
    if (secret === undefined) throw new Error(`there is no secret "${secretName}"; there are ${this.names.join(", ")}`);
    return secret;
  }

  private store(
    name: string,
    secret: SecretSpec,
    { context }: SecretsArgs,
    given: pulumi.Output<string> | undefined,
  ): StoredSecret {
    const secretName = `${name}-${secret.name.toLowerCase().replaceAll("_", "-")}`;
    const description =
      secret.kind === "generated" ? `${secret.name}, generated` : `${secret.name}, from ${secret.source}`;
    const value =
      secret.kind === "generated" ? generatedPassword(`${secretName}-text`, secret, this) : pulumi.secret(given ?? "");
    return storedSecret(secretName, { context, description, keyArn: this.keyArn, value }, this);
  }
}
