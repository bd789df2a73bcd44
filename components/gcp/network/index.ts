import * as compute from "@pulumi/gcp/compute";
import * as servicenetworking from "@pulumi/gcp/servicenetworking";
import * as pulumi from "@pulumi/pulumi";
import { type Network, type NetworkArgs, type NetworkSpec, type Transform, transformed } from "../../contract";
import type { GcpApis } from "../apis";
import { labels } from "../labels";
import { logBucket } from "../log-bucket";
import type { GcpPlatformSpec } from "../platform";
import { firewall } from "./firewall";
import { googleApis } from "./google-apis";

/** Changes of single resources of the network. */
export interface NetworkTransforms {
  network?: Transform<compute.NetworkArgs>;
  subnetwork?: Transform<compute.SubnetworkArgs>;
}

/**
 * A VPC network with one regional subnet for the workloads, which spans all zones, and a range that Google's own networks
 * take addresses from for the database and the cache. Workloads leave through Cloud NAT; whatever no rule names is denied.
 */
export class GcpNetwork extends pulumi.ComponentResource implements Network {
  readonly networkId: pulumi.Output<string>;
  /** APIs of the project, for which all resources in the network wait. */
  readonly apis: GcpApis;
  /** Subnet from which workloads reach the network. */
  readonly subnetId: pulumi.Output<string>;
  /** Network tags that the firewall knows workloads by. */
  readonly workloadTags: readonly string[];
  /** Name of the range in which the database gets its addresses. */
  readonly databaseRange: pulumi.Output<string>;
  /** Name of the range in which the cache gets its addresses. */
  readonly cacheRange: pulumi.Output<string>;
  /** The peering that has to be there before they are made. */
  readonly servicesConnection: pulumi.Resource;

  constructor(
    name: string,
    args: NetworkArgs & { apis: GcpApis; platform: GcpPlatformSpec; transform?: NetworkTransforms },
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("isotopo:gcp:Network", name, {}, opts);
    const { apis, context, spec, platform, transform } = args;
    const parent = { parent: this };
    const network = this.network(name, transform);
    const subnetwork = this.subnetwork(name, spec, network, args);
    const [databaseCidr, cacheCidr] = spec.isolatedCidrs;
    const ranges = {
      database: this.range(`${name}-services-range`, databaseCidr, network, context),
      cache: this.range(`${name}-cache-range`, cacheCidr, network, context),
    };
    this.servicesConnection = new servicenetworking.Connection(
      `${name}-services-connection`,
      {
        network: network.id,
        service: "servicenetworking.googleapis.com",
        reservedPeeringRanges: [ranges.database.name, ranges.cache.name],
        // Never `ABANDON`: an abandoned peering stays on the network for good, and the network with it. Deleted, it is refused
        // for up to four days after the last database, and all that it needs stays in the state with it.
        // Where a peering is there all the same, it gets these ranges; the API refuses to create it again.
        updateOnCreationFail: true,
      },
      parent,
    );
    this.nat(name, network, context.region);
    this.workloadTags = [`${context.name}-workload`];
    firewall(
      name,
      {
        networkId: network.id,
        workloadTags: [...this.workloadTags],
        servicesCidrs: [rangeOf(databaseCidr), rangeOf(cacheCidr)],
        egress: spec.egress,
      },
      this,
    );
    googleApis(name, { context, networkId: network.id }, this);
    logBucket(
      `${name}-flow-logs`,
      {
        context,
        project: platform.project,
        retentionDays: spec.flowLogRetentionDays,
        filter: pulumi.interpolate`log_id("compute.googleapis.com/vpc_flows") AND resource.labels.subnetwork_name="${subnetwork.name}"`,
      },
      this,
    );
    this.apis = apis;
    this.networkId = network.id;
    this.subnetId = subnetwork.id;
    this.databaseRange = ranges.database.name;
    this.cacheRange = ranges.cache.name;
    this.registerOutputs({ networkId: this.networkId });
  }

  private network(name: string, transform: NetworkTransforms | undefined): compute.Network {
    const networkName = `${name}-vpc`;
    const args: compute.NetworkArgs = { autoCreateSubnetworks: false, routingMode: "REGIONAL" };
    return new compute.Network(networkName, transformed(transform?.network, args, networkName), { parent: this });
  }

  /** Cloud Run takes addresses of it for each instance, so it is a whole range of the topology. */
  private subnetwork(
    name: string,
    spec: NetworkSpec,
    network: compute.Network,
    { context, transform }: NetworkArgs & { transform?: NetworkTransforms },
  ): compute.Subnetwork {
    const subnetName = `${name}-private`;
    const args: compute.SubnetworkArgs = {
      network: network.id,
      region: context.region,
      ipCidrRange: rangeOf(spec.privateCidrs[0]),
      privateIpGoogleAccess: true,
      stackType: "IPV4_ONLY",
      logConfig: {
        aggregationInterval: "INTERVAL_5_SEC",
        // Half of the flows tell an environment's pattern; what is investigated later is prod's.
        flowSampling: context.environment === "prod" ? 1 : 0.5,
        metadata: "INCLUDE_ALL_METADATA",
      },
    };
    return new compute.Subnetwork(subnetName, transformed(transform?.subnetwork, args, subnetName), { parent: this });
  }

  /**
   * A range that one of Google's services takes its addresses from. Each has its own: Cloud SQL takes a whole /24 for itself
   * in a region ("Learn about using private IP", Cloud SQL documentation), so that Memorystore finds none beside it.
   */
  private range(
    name: string,
    cidr: string | undefined,
    network: compute.Network,
    context: NetworkArgs["context"],
  ): compute.GlobalAddress {
    const [address, prefix] = rangeOf(cidr).split("/");
    return new compute.GlobalAddress(
      name,
      {
        network: network.id,
        addressType: "INTERNAL",
        purpose: "VPC_PEERING",
        address,
        prefixLength: Number(prefix),
        labels: labels(context),
      },
      { parent: this, protect: context.protect },
    );
  }

  /** Cloud NAT is a service of the region: no zone takes it down, whatever `nat` asks for. */
  private nat(name: string, network: compute.Network, region: string): void {
    const parent = { parent: this };
    const router = new compute.Router(`${name}-router`, { network: network.id, region }, parent);
    new compute.RouterNat(
      `${name}-nat`,
      {
        router: router.name,
        region,
        natIpAllocateOption: "AUTO_ONLY",
        sourceSubnetworkIpRangesToNat: "ALL_SUBNETWORKS_ALL_IP_RANGES",
        // An instance begins with the default of 64 ports and takes more as it opens connections ("Ports", Cloud NAT
        // documentation); endpoint-independent mapping can't go with that.
        enableDynamicPortAllocation: true,
        enableEndpointIndependentMapping: false,
        minPortsPerVm: 64,
        maxPortsPerVm: 4096,
        logConfig: { enable: true, filter: "ERRORS_ONLY" },
      },
      parent,
    );
  }
}

function rangeOf(cidr: string | undefined): string {
  if (cidr === undefined) throw new Error("the topology names too few ranges of addresses: one private, two isolated");
  return cidr;
}
