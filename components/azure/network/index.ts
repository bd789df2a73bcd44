import * as network from "@pulumi/azure-native/network";
import * as privatedns from "@pulumi/azure-native/privatedns";
import * as resources from "@pulumi/azure-native/resources";
import * as pulumi from "@pulumi/pulumi";
import { type ComponentContext, type Network, type NetworkArgs, type Transform, transformed } from "../../contract";
import { pullPorts } from "../image-egress";
import { tags } from "../tags";
import { flowLogs } from "./flow-logs";
import { type Ranges, rangesOf } from "./ranges";
import { securityGroups } from "./security-groups";

/** Changes of single resources of the network. */
export interface NetworkTransforms {
  virtualNetwork?: Transform<network.VirtualNetworkArgs>;
}

/** Private zones of the services that are reached by private endpoints ("Azure Private Endpoint private DNS zone values"). */
const privateZones = {
  vault: "privatelink.vaultcore.azure.net",
  blob: "privatelink.blob.core.windows.net",
  redis: "privatelink.redis.azure.net",
} as const;
export type PrivateZone = keyof typeof privateZones;

/** The service that each subnet is delegated to, if any. */
const delegations: Readonly<Record<keyof Ranges, string | undefined>> = {
  workloads: "Microsoft.App/environments",
  postgres: "Microsoft.DBforPostgreSQL/flexibleServers",
  endpoints: undefined,
};

/**
 * The resource group of the whole topology, and a virtual network with a subnet each for the workloads, the database and
 * private endpoints. Workloads leave through a NAT gateway; whatever no rule names is denied; connections are logged.
 */
export class AzureNetwork extends pulumi.ComponentResource implements Network {
  readonly networkId: pulumi.Output<string>;
  readonly vnetId: pulumi.Output<string>;
  readonly resourceGroupName: pulumi.Output<string>;
  readonly workloadSubnetId: pulumi.Output<string>;
  readonly endpointSubnetId: pulumi.Output<string>;
  readonly postgresSubnetId: pulumi.Output<string>;
  /** How long logs of the network's resources are kept, in days. */
  readonly logRetentionDays: number;
  private readonly zones = new Map<PrivateZone, { zone: privatedns.PrivateZone; link: pulumi.Resource }>();
  private readonly endpoints: pulumi.Resource[] = [];

  constructor(
    name: string,
    args: NetworkArgs & { transform?: NetworkTransforms },
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("isotopo:azure:Network", name, {}, opts);
    const { context, spec, transform } = args;
    const group = new resources.ResourceGroup(
      `${name}-group`,
      { resourceGroupName: context.name, location: context.region, tags: tags(context, `${name}-group`) },
      { parent: this, protect: context.protect },
    );
    this.resourceGroupName = group.name;
    const virtualNetwork = this.virtualNetwork(name, spec.cidr, context, transform);
    const ranges = rangesOf(spec);
    const groups = securityGroups(
      name,
      { context, resourceGroupName: group.name, ranges, egress: spec.egress, pullPorts: pullPorts(args.images) },
      this,
    );
    const nat = this.natGateway(name, context);
    const subnets = this.subnets(name, virtualNetwork, ranges, { groups, nat });
    for (const zone of Object.keys(privateZones).filter(isPrivateZone))
      this.privateZone(name, zone, context, virtualNetwork);
    flowLogs(
      `${name}-flow-logs`,
      {
        context,
        resourceGroupName: group.name,
        networkId: virtualNetwork.id,
        retentionDays: spec.flowLogRetentionDays,
      },
      this,
    );
    this.logRetentionDays = spec.flowLogRetentionDays;
    this.networkId = virtualNetwork.id;
    this.vnetId = virtualNetwork.id;
    this.workloadSubnetId = subnets.workloads.id;
    this.endpointSubnetId = subnets.endpoints.id;
    this.postgresSubnetId = subnets.postgres.id;
    this.registerOutputs({ networkId: this.networkId, resourceGroupName: this.resourceGroupName });
  }

  /** Id of the private zone of a service. */
  privateZoneId(zone: PrivateZone): pulumi.Output<string> {
    return this.zoneOf(zone).zone.id;
  }

  /** The link that makes the network ask the private zone of a service. */
  zoneLink(zone: PrivateZone): pulumi.Resource {
    return this.zoneOf(zone).link;
  }

  /** The last private endpoint that was made in the subnet: the next one waits for it. */
  endpointsBefore(): pulumi.Resource[] {
    return this.endpoints.slice(-1);
  }

  addEndpoint(endpoint: pulumi.Resource): void {
    this.endpoints.push(endpoint);
  }

  private zoneOf(zone: PrivateZone): { zone: privatedns.PrivateZone; link: pulumi.Resource } {
    const found = this.zones.get(zone);
    if (found === undefined) throw new Error(`there is no private zone of ${zone}`);
    return found;
  }

  private virtualNetwork(
    name: string,
    cidr: string,
    context: ComponentContext,
    transform: NetworkTransforms | undefined,
  ): network.VirtualNetwork {
    const networkName = `${name}-vnet`;
    const networkArgs: network.VirtualNetworkArgs = {
      virtualNetworkName: networkName,
      resourceGroupName: this.resourceGroupName,
      location: context.region,
      addressSpace: { addressPrefixes: [cidr] },
      tags: tags(context, networkName),
    };
    return new network.VirtualNetwork(networkName, transformed(transform?.virtualNetwork, networkArgs, networkName), {
      parent: this,
      // Subnets are resources of their own.
      ignoreChanges: ["subnets"],
    });
  }

  /** One gateway: a subnet takes no more, and this kind is in the zone that Azure chooses. */
  private natGateway(name: string, context: ComponentContext): pulumi.Output<string> {
    const shared = { resourceGroupName: this.resourceGroupName, location: context.region };
    const address = new network.PublicIPAddress(
      `${name}-nat-address`,
      {
        ...shared,
        publicIpAddressName: `${name}-nat`,
        sku: { name: network.PublicIPAddressSkuName.Standard },
        publicIPAllocationMethod: network.IPAllocationMethod.Static,
        tags: tags(context, `${name}-nat-address`),
      },
      { parent: this },
    );
    const gateway = new network.NatGateway(
      `${name}-nat`,
      {
        ...shared,
        natGatewayName: `${name}-nat`,
        sku: { name: network.NatGatewaySkuName.Standard },
        publicIpAddresses: [{ id: address.id }],
        tags: tags(context, `${name}-nat`),
      },
      { parent: this },
    );
    return gateway.id;
  }

  /** One after the other: Azure refuses a second change of a virtual network while a first one runs. */
  private subnets(
    name: string,
    virtualNetwork: network.VirtualNetwork,
    ranges: Ranges,
    { groups, nat }: { groups: Record<keyof Ranges, pulumi.Output<string>>; nat: pulumi.Output<string> },
  ): Record<keyof Ranges, network.Subnet> {
    const subnet = (kind: keyof Ranges, after: readonly network.Subnet[]): network.Subnet =>
      new network.Subnet(
        `${name}-${kind}`,
        {
          subnetName: kind,
          resourceGroupName: this.resourceGroupName,
          virtualNetworkName: virtualNetwork.name,
          addressPrefix: ranges[kind],
          networkSecurityGroup: { id: groups[kind] },
          natGateway: kind === "workloads" ? { id: nat } : undefined,
          defaultOutboundAccess: false,
          delegations: delegationOf(delegations[kind]),
          // The database archives its log to storage, and has no other way out ("Networking with private access").
          serviceEndpoints: kind === "postgres" ? [{ service: "Microsoft.Storage" }] : undefined,
          privateEndpointNetworkPolicies: network.VirtualNetworkPrivateEndpointNetworkPolicies.Enabled,
        },
        { parent: this, dependsOn: [...after] },
      );
    const workloads = subnet("workloads", []);
    const postgres = subnet("postgres", [workloads]);
    const endpoints = subnet("endpoints", [workloads, postgres]);
    return { workloads, postgres, endpoints };
  }

  private privateZone(
    name: string,
    zone: PrivateZone,
    context: ComponentContext,
    virtualNetwork: network.VirtualNetwork,
  ): void {
    const created = new privatedns.PrivateZone(
      `${name}-zone-${zone}`,
      {
        privateZoneName: privateZones[zone],
        resourceGroupName: this.resourceGroupName,
        location: "global",
        tags: tags(context, `${name}-zone-${zone}`),
      },
      { parent: this },
    );
    const link = new privatedns.VirtualNetworkLink(
      `${name}-zone-${zone}-link`,
      {
        virtualNetworkLinkName: context.name,
        privateZoneName: created.name,
        resourceGroupName: this.resourceGroupName,
        location: "global",
        registrationEnabled: false,
        virtualNetwork: { id: virtualNetwork.id },
        tags: tags(context, `${name}-zone-${zone}-link`),
      },
      { parent: this },
    );
    this.zones.set(zone, { zone: created, link });
  }
}

function delegationOf(serviceName: string | undefined) {
  return serviceName === undefined ? undefined : [{ name: "delegation", serviceName }];
}

function isPrivateZone(zone: string): zone is PrivateZone {
  return Object.hasOwn(privateZones, zone);
}
