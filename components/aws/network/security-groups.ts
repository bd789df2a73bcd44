import * as ec2 from "@pulumi/aws/ec2";
import { getManagedPrefixListOutput } from "@pulumi/aws/ec2/getManagedPrefixList";
import * as vpc from "@pulumi/aws/vpc";
import type * as pulumi from "@pulumi/pulumi";
import type { ComponentContext, NetworkSpec } from "../../contract";
import { tags } from "../tags";

/** Ids of the security groups that every topology has. */
export interface SecurityGroups {
  /** The load balancer: HTTPS from CloudFront only. */
  loadBalancer: pulumi.Output<string>;
  /** The database and its proxy. */
  database: pulumi.Output<string>;
  cache: pulumi.Output<string>;
  /** Endpoints of AWS services. */
  endpoints: pulumi.Output<string>;
  /** Every task: it may reach database, cache and endpoints. */
  clients: pulumi.Output<string>;
}

/** Arguments of the groups. */
export interface SecurityGroupsArgs {
  context: ComponentContext;
  vpcId: pulumi.Input<string>;
  spec: NetworkSpec;
}

/** Ports of the protocols. */
const postgresPort = 5432;
const redisPort = 6379;
const httpsPort = 443;

/** Who may speak to whom. Everything that is not here is denied: a group without rules lets nothing through. */
export function securityGroups(name: string, args: SecurityGroupsArgs, parent: pulumi.Resource): SecurityGroups {
  const { context, vpcId } = args;
  const loadBalancer = group("load-balancer", "Load balancer: HTTPS from CloudFront");
  const database = group("database", "Database: PostgreSQL from the workloads");
  const cache = group("cache", "Cache: Redis from the workloads");
  const endpoints = group("endpoints", "Endpoints of AWS services: HTTPS from the workloads");
  const clients = group("clients", "Workloads: to the database, the cache and the endpoints");

  fromCloudFront();
  flow("database", clients, database, postgresPort);
  // The proxy is in the database's group and connects to the database in that group.
  flow("database-proxy", database, database, postgresPort);
  flow("cache", clients, cache, redisPort);
  flow("endpoints", clients, endpoints, httpsPort);

  return {
    loadBalancer: loadBalancer.id,
    database: database.id,
    cache: cache.id,
    endpoints: endpoints.id,
    clients: clients.id,
  };

  function group(suffix: string, description: string): ec2.SecurityGroup {
    const groupName = `${name}-${suffix}`;
    return new ec2.SecurityGroup(groupName, { vpcId, description, tags: tags(context, groupName) }, { parent });
  }

  /** Only CloudFront's own addresses reach the load balancer: no one passes by the edge and its firewall. */
  function fromCloudFront(): void {
    const list = getManagedPrefixListOutput({ name: "com.amazonaws.global.cloudfront.origin-facing" }, { parent });
    new vpc.SecurityGroupIngressRule(
      `${name}-load-balancer-from-cloudfront`,
      {
        securityGroupId: loadBalancer.id,
        description: "HTTPS from CloudFront",
        prefixListId: list.id,
        ipProtocol: "tcp",
        fromPort: httpsPort,
        toPort: httpsPort,
        tags: tags(context, `${name}-load-balancer-from-cloudfront`),
      },
      { parent },
    );
  }

  function flow(suffix: string, from: ec2.SecurityGroup, to: ec2.SecurityGroup, port: number): void {
    const rule = { ipProtocol: "tcp", fromPort: port, toPort: port };
    const into = `${name}-${suffix}-in`;
    const out = `${name}-${suffix}-out`;
    new vpc.SecurityGroupIngressRule(
      into,
      { ...rule, securityGroupId: to.id, referencedSecurityGroupId: from.id, tags: tags(context, into) },
      { parent },
    );
    new vpc.SecurityGroupEgressRule(
      out,
      { ...rule, securityGroupId: from.id, referencedSecurityGroupId: to.id, tags: tags(context, out) },
      { parent },
    );
  }
}
