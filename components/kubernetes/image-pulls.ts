import { Secret } from "@pulumi/kubernetes/core/v1";
import * as pulumi from "@pulumi/pulumi";
import { type Images, type ImagesArgs, type ImagesSpec, loginOf, type SignedIn, signIns } from "../contract";
import { metadata } from "./metadata";
import type { KubernetesNetwork } from "./network";

/** Name of the Secret, the same in every topology: the namespace tells them apart. */
const secretName = "registries";

/** A reference to the Secret, as Pods and accounts have it. */
export type PullSecrets = { name: string }[] | undefined;

/**
 * What the kubelet pulls with: registries at which the stack signs in have their name and password in one Secret, which
 * accounts and Pods refer to where their image is in one of them. Without it the node pulls, as itself.
 */
export class KubernetesImages extends pulumi.ComponentResource implements Images {
  readonly hosts: readonly string[];
  private readonly spec: ImagesSpec;

  constructor(name: string, args: ImagesArgs & { network: KubernetesNetwork }, opts?: pulumi.ComponentResourceOptions) {
    super("isotopo:kubernetes:Images", name, {}, opts);
    const { context, spec, network } = args;
    const logins = signIns(args);
    this.spec = spec;
    this.hosts = logins.map(({ host }) => host);
    if (logins.length > 0) {
      new Secret(
        `${name}-${secretName}`,
        {
          metadata: metadata(context, "images", secretName),
          type: "kubernetes.io/dockerconfigjson",
          stringData: { ".dockerconfigjson": pulumi.secret(dockerConfig(logins)) },
        },
        { parent: this, dependsOn: [network.namespace] },
      );
    }
    this.registerOutputs({ hosts: this.hosts });
  }

  /** The Secret with which an image is pulled; undefined where none is needed. */
  pullSecrets(image: string): PullSecrets {
    return loginOf(this.spec, image) === undefined ? undefined : [{ name: secretName }];
  }
}

/** The file that `docker login` writes. The kubelet knows Docker Hub by its old address. */
function dockerConfig(logins: readonly SignedIn[]): pulumi.Output<string> {
  const auths = logins.map(({ host, username, password }) =>
    password.apply((text): [string, object] => [
      host === "docker.io" ? "https://index.docker.io/v1/" : host,
      { username, password: text, auth: Buffer.from(`${username}:${text}`).toString("base64") },
    ]),
  );
  return pulumi.all(auths).apply((entries) => JSON.stringify({ auths: Object.fromEntries(entries) }));
}
