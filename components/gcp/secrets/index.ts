import * as pulumi from "@pulumi/pulumi";
import type { Secrets, SecretsArgs } from "../../contract";
import { secretIn, storedSecrets } from "../../shared/secrets";
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
    const { context } = args;
    const agent = { service: "secretmanager.googleapis.com" };
    this.key = context.customerManagedKeys ? encryptionKey(`${name}-key`, { context, agent }, this) : undefined;
    this.stored = storedSecrets(
      name,
      args,
      (secretName, secret) => storedSecret(secretName, { context, key: this.key, ...secret }, this),
      this,
    );
    this.names = [...this.stored.keys()];
    this.registerOutputs({ names: this.names });
  }

  /** A secret by its name; throws where the topology has none of that name. */
  secret(secretName: string): StoredSecret {
    return secretIn(this.stored, secretName);
  }
}
