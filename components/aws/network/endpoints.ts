import * as ec2 from "@pulumi/aws/ec2";
import * as vpc from "@pulumi/aws/vpc";
import type * as pulumi from "@pulumi/pulumi";
import type { ComponentContext } from "../../contract";
import { tags } from "../tags";

/** The place of the endpoints. */
export interface EndpointsArgs {
  context: ComponentContext;
  vpcId: pulumi.Input<string>;
  /** Endpoints with an address in the network, one per service that tasks call. */
  interfaces: boolean;
  subnetIds: pulumi.Input<string>[];
  routeTableIds: pulumi.Input<string>[];
  securityGroupId: pulumi.Input<string>;
  clientsGroupId: pulumi.Input<string>;
}

/**
 * Services that a Fargate task calls before and while it runs: images, logs, secrets. Not KMS: the keys are used by these
 * services in the task's name (`kms:ViaService`), never by the task.
 */
const interfaceServices = ["ecr.api", "ecr.dkr", "logs", "secretsmanager"] as const;

/** Keeps traffic to AWS inside the network. S3's gateway endpoint is free, and ECR's layers come through it. */
export function endpoints(name: string, args: EndpointsArgs, parent: pulumi.Resource): void {
  const { context, vpcId } = args;
  const service = (service: string) => `com.amazonaws.${context.region}.${service}`;
  const s3 = new ec2.VpcEndpoint(
    `${name}-endpoint-s3`,
    {
      vpcId,
      serviceName: service("s3"),
      vpcEndpointType: "Gateway",
      routeTableIds: args.routeTableIds,
      tags: tags(context, `${name}-endpoint-s3`),
    },
    { parent },
  );
  new vpc.SecurityGroupEgressRule(
    `${name}-s3-out`,
    {
      securityGroupId: args.clientsGroupId,
      description: "HTTPS to S3",
      prefixListId: s3.prefixListId,
      ipProtocol: "tcp",
      fromPort: 443,
      toPort: 443,
      tags: tags(context, `${name}-s3-out`),
    },
    { parent },
  );
  if (!args.interfaces) {
    throughNat();
    return;
  }
  for (const interfaceService of interfaceServices) {
    const endpointName = `${name}-endpoint-${interfaceService.replace(".", "-")}`;
    new ec2.VpcEndpoint(
      endpointName,
      {
        vpcId,
        serviceName: service(interfaceService),
        vpcEndpointType: "Interface",
        privateDnsEnabled: true,
        subnetIds: args.subnetIds,
        securityGroupIds: [args.securityGroupId],
        tags: tags(context, endpointName),
      },
      { parent },
    );
  }

  /** Without interface endpoints, the services of AWS are reached by their public addresses. */
  function throughNat(): void {
    const ruleName = `${name}-services-out`;
    new vpc.SecurityGroupEgressRule(
      ruleName,
      {
        securityGroupId: args.clientsGroupId,
        description: "HTTPS to the services of AWS, through NAT",
        cidrIpv4: "0.0.0.0/0",
        ipProtocol: "tcp",
        fromPort: 443,
        toPort: 443,
        tags: tags(context, ruleName),
      },
      { parent },
    );
  }
}
