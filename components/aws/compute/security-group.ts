import * as ec2 from "@pulumi/aws/ec2";
import * as vpc from "@pulumi/aws/vpc";
import type * as pulumi from "@pulumi/pulumi";
import type { ComponentContext, EgressRule, WorkloadSpec } from "../../contract";
import type { AwsNetwork } from "../network";
import { tags } from "../tags";

/** What the group of a workload is built from. */
export interface WorkloadGroupArgs {
  context: ComponentContext;
  workload: WorkloadSpec;
  /** Port that the load balancer reaches. */
  port?: number;
  network: AwsNetwork;
}

/** What one workload may reach beside data and AWS: the ports of its egress rules, and who may reach it. */
export function workloadSecurityGroup(
  name: string,
  { context, workload, port, network }: WorkloadGroupArgs,
  parent: pulumi.Resource,
): ec2.SecurityGroup {
  const group = new ec2.SecurityGroup(
    name,
    { vpcId: network.networkId, description: `Tasks of ${workload.name}`, tags: tags(context, name) },
    { parent },
  );
  for (const [egressPort, rules] of byPort(network.egress, workload.egress)) {
    const ruleName = `${name}-out-${egressPort}`;
    new vpc.SecurityGroupEgressRule(
      ruleName,
      {
        securityGroupId: group.id,
        // A security group knows addresses, not names: the port is what can be held.
        description: `To ${rules.map(({ host }) => host).join(" ")}`.slice(0, 255),
        cidrIpv4: "0.0.0.0/0",
        ipProtocol: "tcp",
        fromPort: egressPort,
        toPort: egressPort,
        tags: tags(context, ruleName),
      },
      { parent },
    );
  }
  if (port !== undefined) {
    fromLoadBalancer(port);
  }
  return group;

  function fromLoadBalancer(servicePort: number): void {
    const range = { ipProtocol: "tcp", fromPort: servicePort, toPort: servicePort };
    const into = `${name}-from-load-balancer`;
    const out = `${name}-load-balancer-out`;
    new vpc.SecurityGroupIngressRule(
      into,
      {
        ...range,
        securityGroupId: group.id,
        referencedSecurityGroupId: network.securityGroups.loadBalancer,
        tags: tags(context, into),
      },
      { parent },
    );
    new vpc.SecurityGroupEgressRule(
      out,
      {
        ...range,
        securityGroupId: network.securityGroups.loadBalancer,
        referencedSecurityGroupId: group.id,
        tags: tags(context, out),
      },
      { parent },
    );
  }
}

function byPort(rules: readonly EgressRule[], names: readonly string[]): Map<number, EgressRule[]> {
  const ports = new Map<number, EgressRule[]>();
  for (const rule of rules) {
    if (names.includes(rule.name)) ports.set(rule.port, [...(ports.get(rule.port) ?? []), rule]);
  }
  return ports;
}
