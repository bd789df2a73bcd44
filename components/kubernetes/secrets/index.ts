import { Secret } from "@pulumi/kubernetes/core/v1";
import * as pulumi from "@pulumi/pulumi";
import type { ComponentContext, SecretSpec, Secrets, SecretsArgs } from "../../contract";
import { secretIn } from "../../shared/secrets";
import { customResource } from "../custom-resource";
import { generatedSecret } from "../generated-secret";
import { secretDigest } from "../hash";
import { metadata, waitForReady } from "../metadata";
import type { KubernetesNetwork } from "../network";
import type { KubernetesPlatformSpec } from "../platform-spec";

/** A key of a Secret, as containers refer to it. */
export interface SecretKey {
  name: string;
  key: string;
}

/** Where a secret is, and a text that changes with it. */
interface HeldSecret {
  key: SecretKey;
  /** Version of a generated secret, digest of a given one; undefined for one of the store, which changes without Pulumi. */
  revision: pulumi.Input<string> | undefined;
}

/** Key under which every secret of one value holds it. */
const valueKey = "value";

/**
 * The application's secrets. Generated ones are made in the cluster. External ones come from the cluster's secret store,
 * or from the stack where it gives a value.
 */
export class KubernetesSecrets extends pulumi.ComponentResource implements Secrets {
  readonly names: readonly string[];
  private readonly found: ReadonlyMap<string, HeldSecret>;

  constructor(
    name: string,
    args: SecretsArgs & { network: KubernetesNetwork; platform: KubernetesPlatformSpec },
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("isotopo:kubernetes:Secrets", name, {}, opts);
    const { context, secrets, values, network, platform } = args;
    const child = { parent: this, dependsOn: [network.namespace] };
    this.found = new Map(
      secrets.map((secret): [string, HeldSecret] => {
        if (secret.kind === "generated") {
          const { length, version } = secret;
          const base = objectName(secret.name);
          const secretName = generatedSecret(
            `${name}-${base}`,
            { context, part: "secrets", base, key: valueKey, length, version },
            child,
          ).secretName;
          return [secret.name, { key: { name: secretName, key: valueKey }, revision: String(version) }];
        }
        const value = values[secret.name];
        return [
          secret.name,
          value === undefined
            ? fromStore(name, { context, secret, platform }, child)
            : given(name, { context, secret, value }, child),
        ];
      }),
    );
    this.names = secrets.map((secret) => secret.name);
    this.registerOutputs({ names: this.names });
  }

  /** Where a secret's value is; throws where the topology has none of that name. */
  key(secretName: string): SecretKey {
    return secretIn(this.found, secretName).key;
  }

  /** A text that changes with the secret's value, where Pulumi knows of a change; undefined where only the store does. */
  revision(secretName: string): pulumi.Input<string> | undefined {
    return secretIn(this.found, secretName).revision;
  }
}

/**
 * The value that the stack gives, as a Secret; Pulumi holds it encrypted. It has a name of its own: the Secret that the
 * store's value came in is deleted only after this one is made.
 */
function given(
  name: string,
  { context, secret, value }: { context: ComponentContext; secret: SecretSpec; value: pulumi.Output<string> },
  opts: pulumi.CustomResourceOptions,
): HeldSecret {
  const secretName = `${objectName(secret.name)}-given`;
  new Secret(
    `${name}-${objectName(secret.name)}`,
    { metadata: metadata(context, "secrets", secretName), type: "Opaque", stringData: { [valueKey]: value } },
    opts,
  );
  return {
    key: { name: secretName, key: valueKey },
    // Ten digits tell two values apart, and are too few to find one by.
    revision: pulumi.unsecret(value.apply((text) => secretDigest(`${context.name} ${secret.name}`, text))),
  };
}

/** A value that External Secrets reads from the cluster's store, and reads again every hour. */
function fromStore(
  name: string,
  { context, secret, platform }: { context: ComponentContext; secret: SecretSpec; platform: KubernetesPlatformSpec },
  opts: pulumi.CustomResourceOptions,
): HeldSecret {
  const secretName = objectName(secret.name);
  customResource(
    `${name}-${secretName}`,
    {
      apiVersion: "external-secrets.io/v1",
      kind: "ExternalSecret",
      metadata: metadata(context, "secrets", secretName, waitForReady),
      spec: {
        refreshPolicy: "Periodic",
        refreshInterval: "1h0m0s",
        secretStoreRef: { kind: "ClusterSecretStore", name: platform.secretStore },
        target: { name: secretName, creationPolicy: "Owner", deletionPolicy: "Retain" },
        data: [{ secretKey: valueKey, remoteRef: { key: storeKey(context, secret.name) } }],
      },
    },
    opts,
  );
  return { key: { name: secretName, key: valueKey }, revision: undefined };
}

/** Key of a secret in the cluster's store. */
export function storeKey({ app, environment }: ComponentContext, secretName: string): string {
  return `${app}/${environment}/${secretName}`;
}

function objectName(secretName: string): string {
  return secretName.toLowerCase().replaceAll("_", "-");
}
