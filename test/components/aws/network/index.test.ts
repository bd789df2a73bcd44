import assert from "node:assert/strict";
import { type Child, type Concept, conceptOf } from "../../../support/concept";

const zones = ["1", "2", "3"];
const perZone = (rows: (zone: string) => Child[]): Child[] => zones.flatMap(rows);
const flow = (name: string): Child[] => [
  ["vpc.SecurityGroupIngressRule", `${name}-in`],
  ["vpc.SecurityGroupEgressRule", `${name}-out`],
];

describe("aws network", () => {
  let network: Concept;
  before(async () => {
    network = await conceptOf("fixture-aws-prod", "network");
  });

  it("is a VPC in three zones, and nothing else", () => {
    network.isMadeOf([
      ["ec2.Vpc", "vpc"],
      ["ec2.DefaultSecurityGroup", "default"],
      ["ec2.InternetGateway", "internet"],
      ...perZone((zone) => [
        ["ec2.Subnet", `public-${zone}`],
        ["ec2.Subnet", `private-${zone}`],
        ["ec2.Subnet", `isolated-${zone}`],
        ["ec2.Eip", `nat-${zone}-address`],
        ["ec2.NatGateway", `nat-${zone}`],
        ["ec2.RouteTable", `private-${zone}`],
        ["ec2.Route", `private-${zone}-nat`],
        ["ec2.RouteTableAssociation", `public-association-${zone}`],
        ["ec2.RouteTableAssociation", `private-${zone}-association-1`],
        ["ec2.RouteTableAssociation", `isolated-association-${zone}`],
      ]),
      ["ec2.RouteTable", "public"],
      ["ec2.Route", "public-internet"],
      ["ec2.RouteTable", "isolated"],
      ["kms.Key", "log-key"],
      ["cloudwatch.LogGroup", "flow-logs", "/fixture-prod/flow-logs"],
      ["iam.Role", "flow-logs-role"],
      ["iam.RolePolicy", "flow-logs-policy"],
      ["ec2.FlowLog", "flow-log"],
      ["ec2.SecurityGroup", "load-balancer"],
      ["ec2.SecurityGroup", "database"],
      ["ec2.SecurityGroup", "cache"],
      ["ec2.SecurityGroup", "endpoints"],
      ["ec2.SecurityGroup", "clients"],
      ["vpc.SecurityGroupIngressRule", "load-balancer-from-cloudfront"],
      ...["database", "database-proxy", "cache", "endpoints"].flatMap(flow),
      ["ec2.VpcEndpoint", "endpoint-s3"],
      ["vpc.SecurityGroupEgressRule", "s3-out"],
      ["ec2.VpcEndpoint", "endpoint-ecr-api"],
      ["ec2.VpcEndpoint", "endpoint-ecr-dkr"],
      ["ec2.VpcEndpoint", "endpoint-logs"],
      ["ec2.VpcEndpoint", "endpoint-secretsmanager"],
    ]);
  });

  it("says where it is", () => {
    assert.deepEqual(network.outputs, { networkId: network.child("ec2.Vpc", "vpc").id, cidr: "10.0.0.0/16" });
  });

  it("has one range of each kind in each zone", () => {
    const subnets = Object.entries(network.children("ec2.Subnet")).map(([suffix, { inputs }]) => [
      suffix,
      inputs.availabilityZone,
      inputs.cidrBlock,
      inputs.mapPublicIpOnLaunch,
    ]);
    assert.deepEqual(subnets.sort(), [
      ["isolated-1", "eu-west-1a", "10.0.13.0/24", false],
      ["isolated-2", "eu-west-1b", "10.0.14.0/24", false],
      ["isolated-3", "eu-west-1c", "10.0.15.0/24", false],
      ["private-1", "eu-west-1a", "10.0.10.0/24", false],
      ["private-2", "eu-west-1b", "10.0.11.0/24", false],
      ["private-3", "eu-west-1c", "10.0.12.0/24", false],
      ["public-1", "eu-west-1a", "10.0.1.0/24", false],
      ["public-2", "eu-west-1b", "10.0.2.0/24", false],
      ["public-3", "eu-west-1c", "10.0.3.0/24", false],
    ]);
  });

  it("keeps its zones, whatever the region adds", () => {
    for (const subnet of Object.values(network.children("ec2.Subnet"))) {
      assert.deepEqual(subnet.ignoreChanges, ["availabilityZone"]);
    }
  });

  it("gets a way out before what needs one", () => {
    for (const zone of zones) {
      for (const [type, suffix] of [
        ["ec2.Eip", `nat-${zone}-address`],
        ["ec2.NatGateway", `nat-${zone}`],
      ] as const) {
        assert.ok(network.waitsFor(type, suffix).has("fixture-prod-network-internet"), suffix);
      }
    }
  });

  it("leaves by the NAT of the own zone; isolated ranges have no way out", () => {
    const id = (type: string, suffix: string) => network.child(type, suffix).id;
    for (const zone of zones) {
      network.has("ec2.NatGateway", `nat-${zone}`, { subnetId: id("ec2.Subnet", `public-${zone}`) });
      network.has("ec2.Route", `private-${zone}-nat`, {
        routeTableId: id("ec2.RouteTable", `private-${zone}`),
        natGatewayId: id("ec2.NatGateway", `nat-${zone}`),
        destinationCidrBlock: "0.0.0.0/0",
      });
      network.has("ec2.RouteTableAssociation", `isolated-association-${zone}`, {
        routeTableId: id("ec2.RouteTable", "isolated"),
        subnetId: id("ec2.Subnet", `isolated-${zone}`),
      });
    }
    const tables = Object.values(network.children("ec2.Route")).map(({ inputs }) => inputs.routeTableId);
    assert.ok(!tables.includes(id("ec2.RouteTable", "isolated") ?? ""));
  });

  it("logs every connection, and lets nothing through by default", () => {
    network.has("ec2.FlowLog", "flow-log", { trafficType: "ALL", logDestinationType: "cloud-watch-logs" });
    network.has("cloudwatch.LogGroup", "flow-logs", { retentionInDays: 90 });
    network.has("kms.Key", "log-key", { enableKeyRotation: true, deletionWindowInDays: 30 });
    network.has("ec2.DefaultSecurityGroup", "default", { ingress: [], egress: [] });
  });

  it("lets these in, from groups and prefix lists only", () => {
    const groups = new Map(Object.entries(network.children("ec2.SecurityGroup")).map(([name, { id }]) => [id, name]));
    const rules = Object.values(network.children("vpc.SecurityGroupIngressRule")).map(({ inputs }) => [
      groups.get(String(inputs.referencedSecurityGroupId)) ?? (inputs.prefixListId === undefined ? "?" : "CloudFront"),
      groups.get(String(inputs.securityGroupId)),
      inputs.fromPort,
      inputs.cidrIpv4,
    ]);
    assert.deepEqual(rules.sort(), [
      ["CloudFront", "load-balancer", 443, undefined],
      ["clients", "cache", 6379, undefined],
      ["clients", "database", 5432, undefined],
      ["clients", "endpoints", 443, undefined],
      ["database", "database", 5432, undefined],
    ]);
  });

  it("in development has two zones, one NAT, and AWS by its public addresses", async () => {
    const small = await conceptOf("fixture-aws-dev", "network");
    const suffixes = (type: string) => Object.keys(small.children(type)).sort();
    assert.deepEqual(suffixes("ec2.NatGateway"), ["nat-1"]);
    assert.deepEqual(
      suffixes("ec2.Subnet").filter((suffix) => suffix.startsWith("private")),
      ["private-1", "private-2"],
    );
    const nat = small.child("ec2.NatGateway", "nat-1").id;
    for (const zone of ["1", "2"]) small.has("ec2.Route", `private-${zone}-nat`, { natGatewayId: nat });
    assert.deepEqual(suffixes("ec2.VpcEndpoint"), ["endpoint-s3"]);
    small.has("vpc.SecurityGroupEgressRule", "services-out", { cidrIpv4: "0.0.0.0/0", fromPort: 443, toPort: 443 });
  });
});
