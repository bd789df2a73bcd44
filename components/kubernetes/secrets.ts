import { Secret } from "@pulumi/kubernetes/core/v1";
import * as pulumi from "@pulumi/pulumi";
import type { ComponentContext, KubernetesPlatformSpec, SecretSpec, Secrets, SecretsArgs } from "../contract";
import { customResource } from "./custom-resource";
import { generatedSecret } from "./generated-secret";
import { metadata } from "./metadata";
import type { KubernetesNetwork } from "./network";

/** A key of a Secret, as containers refer to it. */
export interface SecretKey {
  name: string;
  key: string;
}

/** Key under which every secret of one value holds it. */
const valueKey = "value";

/**
 * The application's secrets. Generated ones are made in the cluster. External ones come from the cluster's secret store,
 * or from the stack where it gives a value.
 */
export class KubernetesSecrets extends pulumi.ComponentResource implements Secrets {
  readonly names: readonly string[];
  /** Version of each generated secret. */
  readonly versions: Readonly<Record<string, number>>;
  private readonly topology: string;

  constructor(
    name: string,
    args: SecretsArgs & { network: KubernetesNetwork; platform: KubernetesPlatformSpec },
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("isotopo:kubernetes:Secrets", name, {}, opts);
    const { context, secrets, values, network, platform } = args;
    const child = { parent: this, dependsOn: [network.namespace] };
    this.topology = context.name;
    for (const secret of secrets) {
      const secretName = objectName(secret.name);
      if (secret.kind === "generated") {
        const { length, version } = secret;
        generatedSecret(
          `${name}-${secretName}`,
          { context, part: "secrets", secretName, key: valueKey, length, version },
          child,
        );
        continue;
      }
      const value = values[secret.name];
      if (value === undefined) fromStore(name, { context, secret, platform }, child);
      else given(name, { context, secret, value }, child);
    }
    this.names = secrets.map((secret) => secret.name);
    this.versions = Object.fromEntries(secrets.flatMap((s) => (s.kind === "generated" ? [[s.name, s.version]] : [])));
    this.registerOutputs({ names: this.names });
  }

  /** Where a secret's value is; throws where the topology has none of that name. */
  key(secretName: string): SecretKey {
    if (!this.names.includes(secretName)) {
      throw new Error(`${this.topology}: there is no secret "${secretName}"; there are ${this.names.join(", ")}`);
    }
    return { name: objectName(secretName), key: valueKey };
  }
}

/** The value that the stack gives, as a Secret; Pulumi holds it encrypted. */
function given(
  name: string,
  { context, secret, value }: { context: ComponentContext; secret: SecretSpec; value: pulumi.Output<string> },
  opts: pulumi.CustomResourceOptions,
): void {
  const secretName = objectName(secret.name);
  new Secret(
    `${name}-${secretName}`,
    { metadata: metadata(context, "secrets", secretName), type: "Opaque", stringData: { [valueKey]: value } },
    opts,
  );
}

/** A value that External Secrets reads from the cluster's store, and reads again every hour. */
function fromStore(
  name: string,
  { context, secret, platform }: { context: ComponentContext; secret: SecretSpec; platform: KubernetesPlatformSpec },
  opts: pulumi.CustomResourceOptions,
): void {
  const secretName = objectName(secret.name);
  customResource(
    `${name}-${secretName}`,
    {
      apiVersion: "external-secrets.io/v1",
      kind: "ExternalSecret",
      metadata: metadata(context, "secrets", secretName),
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
}

/** Key of a secret in the cluster's store. */
export function storeKey({ app, environment }: ComponentContext, secretName: string): string {
  return `${app}/${environment}/${secretName}`;
}

function objectName(secretName: string): string {
  return secretName.toLowerCase().replaceAll("_", "-");
}
