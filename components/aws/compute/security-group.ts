import * as ec2 from "@pulumi/aws/ec2";
import * as vpc from "@pulumi/aws/vpc";
import * as pulumi from "@pulumi/pulumi";
import { type ComponentContext, type EgressRule, formerly, type WorkloadSpec } from "../../contract";
import type { AwsNetwork } from "../network";
import { tags } from "../tags";

const httpsPort = 443;

/** Arguments of the group of a workload. */
export interface WorkloadGroupArgs {
  context: ComponentContext;
  workload: WorkloadSpec;
  /** Images of the task's containers. */
  images: readonly string[];
  /** Port that the load balancer reaches. */
  port?: number;
  network: AwsNetwork;
}

/** The group as tasks need it: its id waits for its rules, so that no task starts before its rules exist. */
export interface WorkloadGroup {
  id: pulumi.Output<string>;
}

/** The peers of one workload beside data and AWS: the ports of its egress rules, its registry, and its clients. */
export function workloadSecurityGroup(
  name: string,
  { context, workload, images, port, network }: WorkloadGroupArgs,
  parent: pulumi.Resource,
): WorkloadGroup {
  const group = new ec2.SecurityGroup(
    name,
    { vpcId: network.networkId, description: `Tasks of ${workload.name}`, tags: tags(context, name) },
    { parent },
  );
  const ports = byPort(network.egress, workload.egress);
  const rules: pulumi.CustomResource[] = [...ports].map(([egressPort, some]) =>
    // A security group knows addresses, not names: the port is what can be held.
    toEverywhere(`out-${egressPort}`, egressPort, `To ${some.map(({ host }) => host).join(" ")}`.slice(0, 255)),
  );
  if (!ports.has(httpsPort) && images.some((image) => !isInOwnRegion(image, context.region))) {
    rules.push(toEverywhere("registry-out", httpsPort, "HTTPS to the registry of an image"));
  }
  if (port !== undefined) rules.push(...fromLoadBalancer(port));
  const all = pulumi.all(rules.map((rule) => rule.id));
  return { id: pulumi.all([group.id, all]).apply(([id]) => id) };

  function toEverywhere(suffix: string, toPort: number, description: string): pulumi.CustomResource {
    const ruleName = `${name}-${suffix}`;
    return new vpc.SecurityGroupEgressRule(
      ruleName,
      {
        securityGroupId: group.id,
        description,
        cidrIpv4: "0.0.0.0/0",
        ipProtocol: "tcp",
        fromPort: toPort,
        toPort,
        tags: tags(context, ruleName),
      },
      { parent },
    );
  }

  function fromLoadBalancer(servicePort: number): pulumi.CustomResource[] {
    const range = { ipProtocol: "tcp", fromPort: servicePort, toPort: servicePort };
    // By port: tasks of the old one are reached until those of the new one are there.
    const into = `${name}-from-load-balancer-${servicePort}`;
    const out = `${name}-load-balancer-out-${servicePort}`;
    return [
      new vpc.SecurityGroupIngressRule(
        into,
        {
          ...range,
          securityGroupId: group.id,
          referencedSecurityGroupId: network.securityGroups.loadBalancer,
          tags: tags(context, into),
        },
        { parent, ...formerly(`${name}-from-load-balancer`) },
      ),
      new vpc.SecurityGroupEgressRule(
        out,
        {
          ...range,
          securityGroupId: network.securityGroups.loadBalancer,
          referencedSecurityGroupId: group.id,
          tags: tags(context, out),
        },
        { parent, ...formerly(`${name}-load-balancer-out`) },
      ),
    ];
  }
}

/** ECR of the stack's own region is reached through its endpoints, or through the way to all services of AWS. */
export function isInOwnRegion(image: string, region: string): boolean {
  return new RegExp(`^\\d{12}\\.dkr\\.ecr\\.${region}\\.amazonaws\\.com/`).test(image);
}

function byPort(rules: readonly EgressRule[], names: readonly string[]): Map<number, EgressRule[]> {
  const ports = new Map<number, EgressRule[]>();
  for (const rule of rules) {
    if (names.includes(rule.name)) ports.set(rule.port, [...(ports.get(rule.port) ?? []), rule]);
  }
  return ports;
}
