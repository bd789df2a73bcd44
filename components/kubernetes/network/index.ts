import type { types } from "@pulumi/kubernetes";
import { Namespace } from "@pulumi/kubernetes/core/v1";
import { NetworkPolicy } from "@pulumi/kubernetes/networking/v1";
import * as pulumi from "@pulumi/pulumi";
import { type EgressRule, type Network, type NetworkArgs, type Transform, transformed } from "../../contract";
import { type ClusterFacts, clusterFacts } from "../cluster";
import { labels, metadata } from "../metadata";
import type { KubernetesPlatformSpec } from "../platform-spec";
import { internalAuthority } from "./authority";
import { allow, namespacePods } from "./policies";

/** Changes of single objects of the network. */
export interface NetworkTransforms {
  namespace?: Transform<{ metadata: types.input.meta.v1.ObjectMeta }>;
}

/** The Pod Security Standard that the namespace enforces, and warns and audits by. */
const podSecurity = Object.fromEntries(
  ["enforce", "audit", "warn"].flatMap((mode) => [
    [`pod-security.kubernetes.io/${mode}`, "restricted"],
    [`pod-security.kubernetes.io/${mode}-version`, "latest"],
  ]),
);

/** A namespace that takes `restricted` Pods only, in which nothing speaks to anything unless a policy says so. */
export class KubernetesNetwork extends pulumi.ComponentResource implements Network {
  readonly networkId: pulumi.Output<string>;
  readonly namespace: Namespace;
  /** Issuer of certificates for servers inside. */
  readonly issuer: pulumi.Resource;
  /** Destinations outside that workloads may reach. */
  readonly egress: readonly EgressRule[];
  /** Facts about the cluster. */
  readonly cluster: ClusterFacts;

  constructor(
    name: string,
    args: NetworkArgs & { platform: KubernetesPlatformSpec; transform?: NetworkTransforms },
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("isotopo:kubernetes:Network", name, {}, opts);
    const { context, spec, platform, transform } = args;
    this.cluster = clusterFacts(platform);
    const { dns } = this.cluster;
    const namespaceArgs = {
      metadata: {
        name: context.name,
        labels: { ...labels(context, "network"), ...podSecurity },
        annotations: { "isotopo.dev/owner": context.labels.owner },
      },
    };
    // Deleting a namespace deletes all that is in it.
    this.namespace = new Namespace(
      `${name}-namespace`,
      transformed(transform?.namespace, namespaceArgs, `${name}-namespace`),
      { parent: this, protect: context.protect },
    );
    const child = { parent: this, dependsOn: [this.namespace] };
    new NetworkPolicy(
      `${name}-default-deny`,
      {
        metadata: metadata(context, "network", "default-deny"),
        spec: { podSelector: {}, policyTypes: ["Ingress", "Egress"] },
      },
      child,
    );
    allow(
      `${name}-dns`,
      {
        context,
        part: "network",
        podSelector: {},
        egress: [
          {
            peers: [namespacePods(dns.namespace)],
            ports: dns.ports.flatMap((port) => [
              { port, protocol: "UDP" as const },
              { port, protocol: "TCP" as const },
            ]),
          },
          // A resolver on the node itself is no Pod of a namespace to a policy.
          ...dns.nodeCidrs.map((cidr) => ({
            peers: [{ ipBlock: { cidr } }],
            ports: [
              { port: 53, protocol: "UDP" as const },
              { port: 53, protocol: "TCP" as const },
            ],
          })),
        ],
      },
      child,
    );
    this.issuer = internalAuthority(name, context, child);
    this.egress = spec.egress;
    this.networkId = this.namespace.metadata.name;
    this.registerOutputs({ networkId: this.networkId });
  }
}
