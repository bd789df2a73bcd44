import type * as pulumi from "@pulumi/pulumi";
import type { ComponentContext } from "../context";
import type { ImagesSpec } from "../images";

/** One destination that workloads may reach outside the network. Everything that is not listed is denied. */
export interface EgressRule {
  /**
   * Short kebab-case name, unique in the topology.
   * @example "stripe"
   */
  name: string;
  /**
   * Host name, for people and for platforms that filter by name; the others filter by port (capability table).
   * @example "api.stripe.com"
   */
  host: string;
  /**
   * TCP port.
   * @example 443
   */
  port: number;
}

/** The private network. */
export interface NetworkSpec {
  /** Address range of the whole network, in CIDR notation: private (RFC 1918), `/16` to `/20`. */
  cidr: string;
  /** Number of availability zones, 2 or 3. */
  zones: 2 | 3;
  /** One public range (load balancer, NAT) per zone. */
  publicCidrs: string[];
  /** One private range (workloads) per zone; leaves through NAT. */
  privateCidrs: string[];
  /** One isolated range (database, cache) per zone; no way out at all. */
  isolatedCidrs: string[];
  /** `per-zone` keeps egress alive when a zone fails; `single` costs less and fails with its zone. */
  nat: "per-zone" | "single";
  /** How long flow logs are kept, in days. Flow logs are always on. */
  flowLogRetentionDays: number;
  /** Destinations that workloads may reach. */
  egress: EgressRule[];
}

/** Arguments of the network. */
export interface NetworkArgs {
  context: ComponentContext;
  spec: NetworkSpec;
  /** Images, which have to get through where they are pulled from inside of the network. */
  images: ImagesSpec;
}

/** The network as other components see it; each cloud adds its own outputs. */
export interface Network extends pulumi.ComponentResource {
  /** Identifier of the network: VPC id on AWS, namespace on Kubernetes. */
  readonly networkId: pulumi.Output<string>;
}
