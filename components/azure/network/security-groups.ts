import * as network from "@pulumi/azure-native/network";
import type * as pulumi from "@pulumi/pulumi";
import type { ComponentContext, EgressRule } from "../../contract";
import { tags } from "../tags";
import type { Ranges } from "./ranges";

/** Who may talk to whom. */
export interface SecurityGroupsArgs {
  context: ComponentContext;
  resourceGroupName: pulumi.Input<string>;
  ranges: Ranges;
  /** Destinations outside; a rule knows their ports, not their names. */
  egress: readonly EgressRule[];
  /** Ports of registries outside of Azure. */
  pullPorts: readonly number[];
}

/** A rule without its priority: rules are listed in order. */
interface Rule {
  name: string;
  direction: "Inbound" | "Outbound";
  access?: "Allow" | "Deny";
  protocol?: "Tcp" | "*";
  source: string;
  destination: string;
  ports: string[];
}

/** One security group a subnet. */
export interface SecurityGroups {
  workloads: pulumi.Output<string>;
  postgres: pulumi.Output<string>;
  endpoints: pulumi.Output<string>;
}

/** Ports of PostgreSQL and its pooler, and of services behind private endpoints: HTTPS, and Azure Managed Redis. */
const databasePorts = ["5432", "6432"];
const endpointPorts = ["443", "10000"];

/** Default deny in both directions; each rule after that lets one thing through. */
export function securityGroups(name: string, args: SecurityGroupsArgs, parent: pulumi.Resource): SecurityGroups {
  const { context, resourceGroupName, ranges } = args;
  const { region } = context;
  const group = (suffix: string, rules: readonly Rule[]) =>
    new network.NetworkSecurityGroup(
      `${name}-${suffix}-rules`,
      {
        networkSecurityGroupName: `${name}-${suffix}`,
        resourceGroupName,
        location: context.region,
        securityRules: [...rules, ...closing].map(securityRule),
        tags: tags(context, `${name}-${suffix}-rules`),
      },
      { parent },
    ).id;
  return {
    workloads: group("workloads", [...platformRules(ranges, region), ...workloadRules(args)]),
    postgres: group("postgres", [
      allow("workloads", "Inbound", ranges.workloads, ranges.postgres, databasePorts),
      // A server with a standby, and its replicas, talk to each other within their subnet.
      allow("servers-in", "Inbound", ranges.postgres, ranges.postgres, databasePorts),
      allow("servers-out", "Outbound", ranges.postgres, ranges.postgres, databasePorts),
      // The log is archived to storage, and sign-ins are looked up ("Networking with private access", Flexible Server). Not
      // of the own region only: backups may be copied to the paired one, and no code of ours runs on the server.
      allow("storage", "Outbound", ranges.postgres, "Storage", ["443"]),
      allow("directory", "Outbound", ranges.postgres, "AzureActiveDirectory", ["443"]),
    ]),
    endpoints: group("endpoints", [allow("workloads", "Inbound", ranges.workloads, ranges.endpoints, endpointPorts)]),
  };
}

/**
 * Rules that Container Apps itself needs in its subnet (Microsoft Learn, "Securing a virtual network in Azure Container
 * Apps", NSG allow rules of workload profiles environments).
 */
function platformRules({ workloads }: Ranges, region: string): Rule[] {
  return [
    allow("load-balancer", "Inbound", "AzureLoadBalancer", workloads, ["30000-32767"]),
    allow("ingress", "Inbound", "VirtualNetwork", workloads, ["443", "31443"]),
    { ...allow("within-in", "Inbound", workloads, workloads, ["*"]), protocol: "*" },
    { ...allow("within-out", "Outbound", workloads, workloads, ["*"]), protocol: "*" },
    allow("images", "Outbound", workloads, "MicrosoftContainerRegistry", ["443"]),
    allow("images-front-door", "Outbound", workloads, "AzureFrontDoor.FirstParty", ["443"]),
    // Of the own region: accounts of others anywhere would be a way out for data. A registry of another region is reached
    // by the rule for HTTPS outside, where the application has one (docs/azure.md).
    allow("registry", "Outbound", workloads, `AzureContainerRegistry.${region}`, ["443"]),
    allow("registry-layers", "Outbound", workloads, `Storage.${region}`, ["443"]),
    allow("directory", "Outbound", workloads, "AzureActiveDirectory", ["443"]),
    allow("monitor", "Outbound", workloads, "AzureMonitor", ["443"]),
    { ...allow("names", "Outbound", workloads, "AzurePlatformDNS", ["53"]), protocol: "*" },
  ];
}

function workloadRules({ ranges, egress, pullPorts }: SecurityGroupsArgs): Rule[] {
  const { workloads, postgres, endpoints } = ranges;
  const ports = [...new Set([...egress.map(({ port }) => port), ...pullPorts])].sort((a, b) => a - b).map(String);
  return [
    allow("database", "Outbound", workloads, postgres, databasePorts),
    allow("endpoints", "Outbound", workloads, endpoints, endpointPorts),
    ...(ports.length === 0 ? [] : [allow("outside", "Outbound", workloads, "Internet", ports)]),
  ];
}

const closing: readonly Rule[] = (["Inbound", "Outbound"] as const).map((direction) => ({
  name: `deny-${direction.toLowerCase()}`,
  direction,
  access: "Deny",
  protocol: "*",
  source: "*",
  destination: "*",
  ports: ["*"],
}));

function allow(name: string, direction: Rule["direction"], source: string, destination: string, ports: string[]): Rule {
  return { name: `allow-${name}`, direction, source, destination, ports };
}

/** Priorities go from 100 to 4096; what denies comes last. */
function securityRule(
  { name, direction, access = "Allow", protocol = "Tcp", source, destination, ports }: Rule,
  i: number,
) {
  return {
    name,
    direction,
    access,
    protocol,
    priority: access === "Deny" ? 4096 : 100 + 10 * i,
    sourceAddressPrefix: source,
    sourcePortRange: "*",
    destinationAddressPrefix: destination,
    destinationPortRanges: ports,
  };
}
