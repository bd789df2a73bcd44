import { ServiceAccount } from "@pulumi/kubernetes/core/v1";
import * as pulumi from "@pulumi/pulumi";
import type { Identity, IdentityArgs } from "../../contract";
import type { KubernetesImages } from "../images";
import { metadata } from "../metadata";
import type { KubernetesNetwork } from "../network";

/** A ServiceAccount per workload, without a token: none of them speaks to the API server. */
export class KubernetesIdentity extends pulumi.ComponentResource implements Identity {
  readonly workloads: readonly string[];

  constructor(
    name: string,
    args: IdentityArgs & {
      network: KubernetesNetwork;
      images: KubernetesImages;
    },
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("isotopo:kubernetes:Identity", name, {}, opts);
    const { context, workloads, network, images } = args;
    for (const { workload, image } of workloads) {
      new ServiceAccount(
        `${name}-${workload}`,
        {
          metadata: metadata(context, workload, workload),
          automountServiceAccountToken: false,
          imagePullSecrets: images.pullSecrets(image),
        },
        { parent: this, dependsOn: [network.namespace, images] },
      );
    }
    this.workloads = workloads.map(({ workload }) => workload);
    this.registerOutputs({ workloads: this.workloads });
  }
}
