import { Secret } from "@pulumi/kubernetes/core/v1";
import * as pulumi from "@pulumi/pulumi";
import {
  contentName,
  type Images,
  type ImagesArgs,
  type ImagesSpec,
  loginOf,
  type SignedIn,
  signIns,
} from "../../contract";
import { metadata } from "../metadata";
import type { KubernetesNetwork } from "../network";

/** A reference to the Secret, as Pods and accounts have it. */
export type PullSecrets = { name: string }[] | undefined;

/**
 * Credentials with which the kubelet pulls: for each registry that the stack signs in to, name and password are in a Secret
 * of their own; accounts and Pods refer to it if their image is there. So another registry is another Secret, and no Pod has
 * the password of a registry that it does not pull from. Without a login the node pulls, as itself.
 */
export class KubernetesImages extends pulumi.ComponentResource implements Images {
  private readonly spec: ImagesSpec;

  constructor(name: string, args: ImagesArgs & { network: KubernetesNetwork }, opts?: pulumi.ComponentResourceOptions) {
    super("isotopo:kubernetes:Images", name, {}, opts);
    const { context, spec, network } = args;
    const logins = signIns(args);
    this.spec = spec;
    for (const login of logins) {
      const secretName = secretOf(login.host);
      new Secret(
        `${name}-${secretName}`,
        {
          metadata: metadata(context, "images", secretName),
          type: "kubernetes.io/dockerconfigjson",
          stringData: { ".dockerconfigjson": pulumi.secret(dockerConfig(login)) },
        },
        { parent: this, dependsOn: [network.namespace] },
      );
    }
    this.registerOutputs({});
  }

  /** The Secret with which an image is pulled; undefined where none is needed. */
  pullSecrets(image: string): PullSecrets {
    const login = loginOf(this.spec, image);
    return login === undefined ? undefined : [{ name: secretOf(login.host) }];
  }
}

/** Name of a registry's Secret, the same in every topology: the namespace tells them apart. */
function secretOf(host: string): string {
  return `registry-${contentName(host)}`;
}

/** The file that `docker login` writes. The kubelet knows Docker Hub by its old address. */
function dockerConfig({ host, username, password }: SignedIn): pulumi.Output<string> {
  const server = host === "docker.io" ? "https://index.docker.io/v1/" : host;
  return password.apply((text) => {
    const auth = Buffer.from(`${username}:${text}`).toString("base64");
    return JSON.stringify({ auths: { [server]: { username, password: text, auth } } });
  });
}
