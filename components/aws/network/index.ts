import * as ec2 from "@pulumi/aws/ec2";
import * as pulumi from "@pulumi/pulumi";
import { type EgressRule, type Network, type NetworkArgs, type Transform, transformed } from "../../contract";
import { tags } from "../tags";
import { endpoints } from "./endpoints";
import { flowLogs } from "./flow-logs";
import { type SecurityGroups, securityGroups } from "./security-groups";
import { zonesOf } from "./zones";

/** Changes of single resources of the network. */
export interface NetworkTransforms {
  vpc?: Transform<ec2.VpcArgs>;
}

/**
 * A VPC with public, private and isolated subnets in each zone. Private subnets leave through NAT; isolated ones have no
 * route out at all. The default security group lets nothing through, and connections are logged.
 */
export class AwsNetwork extends pulumi.ComponentResource implements Network {
  readonly networkId: pulumi.Output<string>;
  readonly cidr: string;
  /** Destinations outside that workloads may reach. */
  readonly egress: readonly EgressRule[];
  readonly publicSubnetIds: pulumi.Output<string>[];
  readonly privateSubnetIds: pulumi.Output<string>[];
  readonly isolatedSubnetIds: pulumi.Output<string>[];
  readonly securityGroups: SecurityGroups;
  /** Key that CloudWatch Logs may use. */
  readonly logKeyArn: pulumi.Output<string>;
  /** How long the logs of the data stores are kept, in days. */
  readonly logRetentionDays: number;

  constructor(
    name: string,
    args: NetworkArgs & { transform?: NetworkTransforms },
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("isotopo:aws:Network", name, {}, opts);
    const { context, spec, transform } = args;
    const parent = { parent: this };
    const tagged = (suffix: string) => tags(context, `${name}-${suffix}`);
    const zones = zonesOf(context.region, spec.zones, this);

    const vpc = createVpc();
    lockDefaultSecurityGroup();
    const publicSubnets = createSubnets("public", spec.publicCidrs);
    const privateSubnets = createSubnets("private", spec.privateCidrs);
    const isolatedSubnets = createSubnets("isolated", spec.isolatedCidrs);
    const gateway = new ec2.InternetGateway(`${name}-internet`, { vpcId: vpc.id, tags: tagged("internet") }, parent);
    const publicTable = createPublicRoutes();
    const nats = createNats();
    const privateTables = createPrivateRoutes();
    const isolatedTable = createIsolatedRoutes();

    this.networkId = vpc.id;
    this.cidr = spec.cidr;
    this.egress = spec.egress;
    this.publicSubnetIds = publicSubnets.map(({ id }) => id);
    this.privateSubnetIds = privateSubnets.map(({ id }) => id);
    this.isolatedSubnetIds = isolatedSubnets.map(({ id }) => id);
    this.logRetentionDays = spec.flowLogRetentionDays;
    this.logKeyArn = flowLogs(name, { context, vpcId: vpc.id, retentionDays: spec.flowLogRetentionDays }, this);
    this.securityGroups = securityGroups(name, { context, vpcId: vpc.id, spec }, this);
    endpoints(
      name,
      {
        context,
        vpcId: vpc.id,
        // Where NAT is one per zone, tasks reach AWS without it; where it is one, endpoints would cost more than they save.
        interfaces: spec.nat === "per-zone",
        subnetIds: this.privateSubnetIds,
        routeTableIds: [...privateTables, isolatedTable, publicTable].map(({ id }) => id),
        securityGroupId: this.securityGroups.endpoints,
        clientsGroupId: this.securityGroups.clients,
      },
      this,
    );
    this.registerOutputs({ networkId: this.networkId, cidr: this.cidr });

    function createVpc(): ec2.Vpc {
      const vpcName = `${name}-vpc`;
      const vpcArgs: ec2.VpcArgs = {
        cidrBlock: spec.cidr,
        enableDnsSupport: true,
        enableDnsHostnames: true,
        tags: tagged("vpc"),
      };
      return new ec2.Vpc(vpcName, transformed(transform?.vpc, vpcArgs, vpcName), parent);
    }

    function lockDefaultSecurityGroup(): void {
      new ec2.DefaultSecurityGroup(
        `${name}-default`,
        { vpcId: vpc.id, ingress: [], egress: [], tags: tagged("default") },
        parent,
      );
    }

    function createSubnets(kind: string, cidrs: string[]): ec2.Subnet[] {
      return cidrs.map(
        (cidrBlock, zone) =>
          new ec2.Subnet(
            `${name}-${kind}-${zone + 1}`,
            {
              vpcId: vpc.id,
              cidrBlock,
              availabilityZone: zones.apply((names) => names[zone] ?? ""),
              mapPublicIpOnLaunch: false,
              tags: tagged(`${kind}-${zone + 1}`),
            },
            // A region that gets another zone, or shows them in another order, must not move resources in one.
            { ...parent, ignoreChanges: ["availabilityZone"] },
          ),
      );
    }

    function createPublicRoutes(): ec2.RouteTable {
      const table = createTable("public", publicSubnets);
      new ec2.Route(
        `${name}-public-internet`,
        { routeTableId: table.id, destinationCidrBlock: "0.0.0.0/0", gatewayId: gateway.id },
        parent,
      );
      return table;
    }

    /** Both need the way out: without it EC2 answers "Gateway.NotAttached". */
    function createNats(): ec2.NatGateway[] {
      const behindGateway = { ...parent, dependsOn: [gateway] };
      return publicSubnets.slice(0, spec.nat === "per-zone" ? spec.zones : 1).map((subnet, zone) => {
        const suffix = `nat-${zone + 1}`;
        const address = new ec2.Eip(
          `${name}-${suffix}-address`,
          { domain: "vpc", tags: tagged(`${suffix}-address`) },
          behindGateway,
        );
        return new ec2.NatGateway(
          `${name}-${suffix}`,
          { subnetId: subnet.id, allocationId: address.id, tags: tagged(suffix) },
          behindGateway,
        );
      });
    }

    function createPrivateRoutes(): ec2.RouteTable[] {
      return privateSubnets.map((subnet, zone) => {
        const table = createTable(`private-${zone + 1}`, [subnet]);
        const nat = nats[zone] ?? nats[0];
        if (nat !== undefined) {
          new ec2.Route(
            `${name}-private-${zone + 1}-nat`,
            { routeTableId: table.id, destinationCidrBlock: "0.0.0.0/0", natGatewayId: nat.id },
            parent,
          );
        }
        return table;
      });
    }

    function createIsolatedRoutes(): ec2.RouteTable {
      return createTable("isolated", isolatedSubnets);
    }

    function createTable(kind: string, subnets: ec2.Subnet[]): ec2.RouteTable {
      const table = new ec2.RouteTable(`${name}-${kind}`, { vpcId: vpc.id, tags: tagged(kind) }, parent);
      subnets.forEach((subnet, i) => {
        new ec2.RouteTableAssociation(
          `${name}-${kind}-association-${i + 1}`,
          { routeTableId: table.id, subnetId: subnet.id },
          parent,
        );
      });
      return table;
    }
  }
}
