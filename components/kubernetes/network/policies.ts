import { NetworkPolicy } from "@pulumi/kubernetes/networking/v1";
import type * as pulumi from "@pulumi/pulumi";
import type { ComponentContext } from "../../contract";
import type { ClusterFacts } from "../cluster";
import { metadata, partSelector } from "../metadata";

/**
 * Private ranges (RFC 1918), the shared one that some clusters give to Pods and Services (RFC 6598), and the link-local
 * one, which holds the metadata services of clouds.
 */
const privateRanges = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "169.254.0.0/16"];

/** Some peers, and ports on which they are spoken to. */
export interface Flow {
  peers: readonly Peer[];
  ports: readonly { port: number; protocol?: "TCP" | "UDP" }[];
}

/** Who is on the other side. */
export type Peer =
  | {
      podSelector: { matchLabels: Record<string, string> };
      namespaceSelector?: { matchLabels: Record<string, string> };
    }
  | { namespaceSelector: { matchLabels: Record<string, string> } }
  | { ipBlock: { cidr: string; except?: string[] } };

/** The connections that a policy allows. */
export interface PolicyArgs {
  context: ComponentContext;
  /** Part to which the policy belongs. */
  part: string;
  /** Pods that it is about; those of the part where left out. */
  podSelector?: Record<string, string>;
  ingress?: Flow[];
  egress?: Flow[];
}

/** A policy that lets some flows through; what no policy lets through is denied. */
export function allow(name: string, args: PolicyArgs, opts: pulumi.CustomResourceOptions): NetworkPolicy {
  const { context, part, podSelector, ingress, egress } = args;
  const objectName = name.replace(`${context.name}-`, "");
  return new NetworkPolicy(
    name,
    {
      metadata: metadata(context, part, objectName),
      spec: {
        podSelector: selectorOf(podSelector ?? partSelector(context, part)),
        policyTypes: [...(ingress === undefined ? [] : ["Ingress"]), ...(egress === undefined ? [] : ["Egress"])],
        ingress: unlessEmpty(ingress?.map(({ peers, ports }) => ({ from: [...peers], ports: withProtocols(ports) }))),
        egress: unlessEmpty(egress?.map(({ peers, ports }) => ({ to: [...peers], ports: withProtocols(ports) }))),
      },
    },
    opts,
  );
}

// The API server drops empty lists and maps: sent again, they would count as a change at each apply.
function unlessEmpty<T>(list: T[] | undefined): T[] | undefined {
  return list?.length === 0 ? undefined : list;
}

function selectorOf(matchLabels: Record<string, string>): { matchLabels?: Record<string, string> } {
  return Object.keys(matchLabels).length === 0 ? {} : { matchLabels };
}

/** Pods of a part. */
export function partPods(context: ComponentContext, part: string): Peer {
  return { podSelector: { matchLabels: partSelector(context, part) } };
}

/** Every Pod of a namespace. */
export function namespacePods(namespace: string): Peer {
  return { namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": namespace } } };
}

/** Every public address, and the private ranges that the cluster's facts name. */
export function outsideAddresses({ egressCidrs }: Pick<ClusterFacts, "egressCidrs">): Peer[] {
  return [publicAddresses, ...egressCidrs.map((cidr) => ({ ipBlock: { cidr } }))];
}

const publicAddresses: Peer = { ipBlock: { cidr: "0.0.0.0/0", except: privateRanges } };

/** Every address: for peers that may be inside or outside the cluster's networks. */
export const anyAddress: Peer = { ipBlock: { cidr: "0.0.0.0/0" } };

function withProtocols(ports: Flow["ports"]): { port: number; protocol: string }[] {
  return ports.map(({ port, protocol = "TCP" }) => ({ port, protocol }));
}
