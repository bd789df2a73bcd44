import * as secretmanager from "@pulumi/gcp/secretmanager";
import type * as pulumi from "@pulumi/pulumi";
import type { ComponentContext } from "../contract";
import type { EncryptionKey } from "./key";
import { labels } from "./labels";

/** A secret of Secret Manager and the value it holds. */
export interface StoredSecretArgs {
  context: ComponentContext;
  description: string;
  /** Undefined where Google's own keys encrypt it. */
  key: EncryptionKey | undefined;
  /** A Pulumi secret, or a certificate, which is none. */
  value: pulumi.Input<string>;
}

/** A secret as others refer to it. */
export interface StoredSecret {
  /** Id of the resource, `projects/.../secrets/...`: what a grant is for. */
  id: pulumi.Output<string>;
  /** Name by which Cloud Run knows it. */
  secret: pulumi.Output<string>;
  /** Number of the version that holds this value: a new value is a new version, and so a new revision. */
  version: pulumi.Output<string>;
}

/** A file that workloads find a secret in: certificate authorities. */
export interface MountedSecret extends StoredSecret {
  path: string;
}

/**
 * Puts a value into Secret Manager, in the stack's region only. An older version stays as it is when a newer one takes its
 * place: an instance of a revision that still runs, or is rolled back to, starts only where its own versions can be read.
 * All of them go with the secret.
 */
export function storedSecret(name: string, args: StoredSecretArgs, parent: pulumi.Resource): StoredSecret {
  const { context, description, key, value } = args;
  const secret = new secretmanager.Secret(
    name,
    {
      secretId: name,
      replication: {
        userManaged: {
          replicas: [
            {
              location: context.region,
              customerManagedEncryption: key === undefined ? undefined : { kmsKeyName: key.id },
            },
          ],
        },
      },
      annotations: { description },
      labels: labels(context),
    },
    { parent, dependsOn: key === undefined ? [] : [key.grant] },
  );
  const version = new secretmanager.SecretVersion(
    `${name}-value`,
    { secret: secret.id, secretData: value, deletionPolicy: "ABANDON" },
    { parent },
  );
  return { id: secret.id, secret: secret.secretId, version: version.version };
}
