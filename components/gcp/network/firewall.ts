import * as compute from "@pulumi/gcp/compute";
import type * as pulumi from "@pulumi/pulumi";
import type { EgressRule } from "../../contract";

/** Who may talk to whom. */
export interface FirewallArgs {
  networkId: pulumi.Input<string>;
  /** Network tags of the workloads. */
  workloadTags: string[];
  /** Ranges of the database and the cache. */
  servicesCidrs: string[];
  /** Destinations outside; a firewall knows their ports, not their names. */
  egress: readonly EgressRule[];
}

/**
 * Virtual addresses of Google's APIs that a private zone leads to (`private.googleapis.com`, VPC documentation,
 * "Configure Private Google Access").
 */
const googleApisCidr = "199.36.153.8/30";

/** Ports of Cloud SQL, of its managed pooler, and of Memorystore with TLS. */
const servicePorts = ["5432", "6432", "6378"];

/**
 * Default deny in both directions; what the workloads need is let through by their tag. The rules log, but not what Cloud
 * Run sends: with direct VPC egress there is no firewall rule logging ("Direct VPC egress", Limitations). The flow logs
 * have that.
 */
export function firewall(name: string, args: FirewallArgs, parent: pulumi.Resource): void {
  const { networkId, workloadTags, servicesCidrs, egress } = args;
  const rule = (suffix: string, rest: Omit<compute.FirewallArgs, "network">) =>
    new compute.Firewall(
      `${name}-${suffix}`,
      { network: networkId, logConfig: { metadata: "INCLUDE_ALL_METADATA" }, ...rest },
      { parent },
    );
  const allowed = (suffix: string, destinationRanges: string[], ports: string[]) =>
    rule(suffix, {
      direction: "EGRESS",
      priority: 1000,
      targetTags: workloadTags,
      destinationRanges,
      allows: [{ protocol: "tcp", ports }],
    });
  rule("deny-ingress", {
    direction: "INGRESS",
    priority: 65_000,
    sourceRanges: ["0.0.0.0/0"],
    denies: [{ protocol: "all" }],
  });
  rule("deny-egress", {
    direction: "EGRESS",
    priority: 65_000,
    destinationRanges: ["0.0.0.0/0"],
    denies: [{ protocol: "all" }],
  });
  allowed("allow-services", servicesCidrs, servicePorts);
  allowed("allow-google-apis", [googleApisCidr], ["443"]);
  const ports = [...new Set(egress.map(({ port }) => port))].sort((a, b) => a - b).map(String);
  if (ports.length > 0) allowed("allow-egress", ["0.0.0.0/0"], ports);
}
