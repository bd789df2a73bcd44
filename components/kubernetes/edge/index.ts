import type { types } from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import type { Edge, EdgeArgs, Transform } from "../../contract";
import type { KubernetesCompute } from "../compute";
import { edgePart } from "../compute";
import type { KubernetesImages } from "../images";
import type { KubernetesNetwork } from "../network";
import { allow, namespacePods, partPods } from "../network/policies";
import type { KubernetesPlatformSpec } from "../platform-spec";
import type { KubernetesStorage } from "../storage";
import { gateway } from "./gateway";
import { listenPort, nginxConfig } from "./nginx-config";
import { edgeProxy } from "./proxy";

/** Changes of single objects of the edge. */
export interface EdgeTransforms {
  deployment?: Transform<types.input.apps.v1.Deployment>;
}

/** A Gateway that ends TLS, and behind it a proxy that routes, limits, caches and sets headers. */
export class KubernetesEdge extends pulumi.ComponentResource implements Edge {
  readonly url: pulumi.Output<string>;

  constructor(
    name: string,
    args: EdgeArgs & {
      compute: KubernetesCompute | undefined;
      storage: KubernetesStorage;
      network: KubernetesNetwork;
    } & {
      platform: KubernetesPlatformSpec;
      images: KubernetesImages;
      transform?: EdgeTransforms;
    },
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("isotopo:kubernetes:Cdn", name, {}, opts);
    const { context, spec, compute, network, platform, images, transform } = args;
    const { ports = {} } = compute ?? {};
    const child = { parent: this, dependsOn: [network.namespace, images] };
    allow(
      `${name}-proxy-flows`,
      {
        context,
        part: edgePart,
        ingress: [{ peers: [namespacePods(platform.gatewayNamespace)], ports: [{ port: listenPort }] }],
        egress: Object.entries(ports).map(([service, port]) => ({
          peers: [partPods(context, service)],
          ports: [{ port }],
        })),
      },
      child,
    );
    const { trustedProxies } = platform;
    const config = nginxConfig({ spec, ports, namespace: context.name, trustedProxies });
    edgeProxy(
      `${name}-proxy`,
      {
        context,
        spec,
        config,
        pulls: images,
        after: compute === undefined ? [] : [compute],
        transform: transform?.deployment,
      },
      child,
    );
    gateway(name, { context, spec, platform }, child);
    this.url = pulumi.output(`https://${spec.hosts[0]?.host ?? spec.domain}`);
    this.registerOutputs({ url: this.url });
  }
}
