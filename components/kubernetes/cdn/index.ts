import type { types } from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import type { Cdn, Transform } from "../../contract";
import type { KubernetesArgs } from "../components";
import { edgePart } from "../compute";
import type { KubernetesImages } from "../image-pulls";
import { allow, namespacePods, partPods } from "../network/policies";
import type { KubernetesPlatformSpec } from "../platform";
import { gateway } from "./gateway";
import { listenPort, nginxConfig } from "./nginx-config";
import { edgeProxy } from "./proxy";

/** Changes of single objects of the edge. */
export interface CdnTransforms {
  deployment?: Transform<types.input.apps.v1.Deployment>;
}

/** A Gateway that ends TLS, and behind it a proxy that routes, limits, caches and sets headers. */
export class KubernetesCdn extends pulumi.ComponentResource implements Cdn {
  readonly url: pulumi.Output<string>;

  constructor(
    name: string,
    args: KubernetesArgs<"cdn"> & {
      platform: KubernetesPlatformSpec;
      images: KubernetesImages;
      transform?: CdnTransforms;
    },
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("isotopo:kubernetes:Cdn", name, {}, opts);
    const { context, spec, compute, network, platform, images, transform } = args;
    const child = { parent: this, dependsOn: [network.namespace, images] };
    allow(
      `${name}-proxy-flows`,
      {
        context,
        part: edgePart,
        ingress: [{ peers: [namespacePods(platform.gatewayNamespace)], ports: [{ port: listenPort }] }],
        egress: Object.entries(compute.ports).map(([service, port]) => ({
          peers: [partPods(context, service)],
          ports: [{ port }],
        })),
      },
      child,
    );
    const { trustedProxies } = platform;
    const config = nginxConfig({ spec, ports: compute.ports, namespace: context.name, trustedProxies });
    edgeProxy(
      `${name}-proxy`,
      { context, spec, config, pulls: images, after: [compute], transform: transform?.deployment },
      child,
    );
    gateway(name, { context, spec, platform }, child);
    this.url = pulumi.output(`https://${spec.hosts[0]?.host ?? spec.domain}`);
    this.registerOutputs({ url: this.url });
  }
}
