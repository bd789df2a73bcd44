import * as pulumi from "@pulumi/pulumi";
import type { SecretSpec, Secrets, SecretsArgs } from "../../contract";
import { generatedPassword } from "../../shared/password";
import { type EncryptionKey, encryptionKey } from "../key";
import { type StoredSecret, storedSecret } from "../secret";

/** The application's secrets in Secret Manager, each by itself so that a workload may read one and not the next. */
export class GcpSecrets extends pulumi.ComponentResource implements Secrets {
  readonly names: readonly string[];
  /** Key of all secrets of the topology; undefined where Google's own keys encrypt them. */
  readonly key: EncryptionKey | undefined;
  private readonly stored: ReadonlyMap<string, StoredSecret>;

  constructor(name: string, args: SecretsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("isotopo:gcp:Secrets", name, {}, opts);
    const { context, secrets, values } = args;
    const agent = { service: "secretmanager.googleapis.com" };
    this.key = context.customerManagedKeys ? encryptionKey(`${name}-key`, { context, agent }, this) : undefined;
    this.stored = new Map(secrets.map((secret) => [secret.name, this.store(name, secret, args, values[secret.name])]));
    this.names = [...this.stored.keys()];
    this.registerOutputs({ names: this.names });
  }

  /** A secret by its name; throws where the topology has none of that name. */
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
    return storedSecret(secretName, { context, description, key: this.key, value }, this);
  }
}
