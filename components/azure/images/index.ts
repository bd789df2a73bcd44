import type { types } from "@pulumi/azure-native";
import * as pulumi from "@pulumi/pulumi";
import { contentName, type Images, type ImagesArgs, imageReference, signIns } from "../../contract";
import type { AzureNetwork } from "../network";
import type { AzurePlatformSpec } from "../platform";
import { authorizationOf } from "../roles";
import { type StoredSecret, storedSecret } from "../secret";
import type { AzureSecrets } from "../secrets";

type AzureImagesArgs = ImagesArgs & { platform: AzurePlatformSpec; network: AzureNetwork; secrets: AzureSecrets };

/** A registry at which the stack signs in, and where its password is. */
interface StoredLogin {
  username: string;
  password: StoredSecret;
}

/** How an app or a job signs in at the registry of its image, and the secret that it needs for it. */
export interface PullConfig {
  registries: types.input.app.RegistryCredentialsArgs[];
  secrets: types.input.app.SecretArgs[];
}

/** Resource group of the Container Registry of an application, as its own program names it. */
export function registryGroup(app: string): string {
  return `${app}-registry`;
}

/**
 * Credentials with which Container Apps pull: from a Container Registry as the workload's identity, which gets AcrPull
 * there; from any other registry without any, or with a name and a password, which is in the vault. The identities assign
 * the roles.
 */
export class AzureImages extends pulumi.ComponentResource implements Images {
  private readonly logins: ReadonlyMap<string, StoredLogin>;
  private readonly registryGroupId: pulumi.Output<string>;

  constructor(name: string, args: AzureImagesArgs, opts?: pulumi.ComponentResourceOptions) {
    super("isotopo:azure:Images", name, {}, opts);
    const { context, platform, network, secrets } = args;
    const { subscriptionId } = authorizationOf(this);
    const { resourceGroupName } = network;
    const { vaultName } = secrets;
    this.logins = new Map(
      signIns(args).map(({ host, username, password: value }) => {
        const stored = { context, vaultName, resourceGroupName, description: `Sign-in at ${host}`, value };
        return [host, { username, password: storedSecret(`${name}-${contentName(host)}`, stored, this) }];
      }),
    );
    this.registryGroupId = pulumi.interpolate`/subscriptions/${platform.registrySubscription ?? subscriptionId}/resourceGroups/${platform.registryResourceGroup ?? registryGroup(context.app)}`;
    this.registerOutputs({});
  }

  /** The Container Registry from which an image is pulled as an identity; undefined where it is another registry. */
  registryId(image: string): pulumi.Output<string> | undefined {
    const { host, source } = imageReference(image);
    if (source.kind !== "container-registry" || this.logins.has(host)) return undefined;
    return pulumi.interpolate`${this.registryGroupId}/providers/Microsoft.ContainerRegistry/registries/${source.name}`;
  }

  /** The secret with which an image is pulled, which the workload's identity has to read; undefined where none is needed. */
  password(image: string): StoredSecret | undefined {
    return this.logins.get(imageReference(image).host)?.password;
  }

  /** The registry settings of an app or a job that pulls an image. */
  pullConfig(image: string, identity: pulumi.Input<string>): PullConfig {
    const { host } = imageReference(image);
    if (this.registryId(image) !== undefined) return { registries: [{ server: host, identity }], secrets: [] };
    const login = this.logins.get(host);
    if (login === undefined) return { registries: [], secrets: [] };
    const secret = `registry-${contentName(host)}`;
    return {
      registries: [{ server: host, username: login.username, passwordSecretRef: secret }],
      secrets: [{ name: secret, keyVaultUrl: login.password.uri, identity }],
    };
  }
}
