import * as ecs from "@pulumi/aws/ecs";
import type * as lb from "@pulumi/aws/lb";
import * as pulumi from "@pulumi/pulumi";
import type { ComputeArgs } from "../../contract";
import {
  type ComponentContext,
  type Compute,
  isCopy,
  type MigrationSpec,
  type ProbesSpec,
  type Transform,
  transformed,
  type WorkloadSpec,
} from "../../contract";
import type { AwsIdentity } from "../identity";
import type { AwsImages } from "../images";
import { logGroup } from "../log-group";
import type { AwsNetwork } from "../network";
import { tags } from "../tags";
import { autoscaling } from "./autoscaling";
import { scheduledTask } from "./cron";
import { type LoadBalancer, loadBalancer } from "./load-balancer";
import { migration } from "./migration";
import { workloadSecurityGroup } from "./security-group";
import { fargateService } from "./service";
import { taskDefinition } from "./task-definition";
import type { ValueSources } from "./variables";

/** Changes of single resources of the workloads; those of tasks and services apply to each. */
export interface ComputeTransforms {
  cluster?: Transform<ecs.ClusterArgs>;
  taskDefinition?: Transform<ecs.TaskDefinitionArgs>;
  service?: Transform<ecs.ServiceArgs>;
  loadBalancer?: Transform<lb.LoadBalancerArgs>;
}

export type AwsComputeArgs = ComputeArgs &
  ValueSources & { network: AwsNetwork; images: AwsImages; identity: AwsIdentity } & { transform?: ComputeTransforms };

/** ECS on Fargate: services behind one load balancer, a migration that comes first, tasks by the clock. */
export class AwsCompute extends pulumi.ComponentResource implements Compute {
  readonly services: readonly string[];
  readonly clusterArn: pulumi.Output<string>;
  /** Where CloudFront reaches the load balancer; undefined where there is none, as nothing is reached from outside. */
  readonly origin: Pick<LoadBalancer, "originHost" | "originSecret"> | undefined;

  constructor(name: string, args: AwsComputeArgs, opts?: pulumi.ComponentResourceOptions) {
    super("isotopo:aws:Compute", name, {}, opts);
    const { context, spec, transform } = args;
    const cluster = this.cluster(name, args);
    const balancer =
      args.entrance === undefined
        ? undefined
        : loadBalancer(
            `${name}-load-balancer`,
            { ...args, ...args.entrance, services: spec.services, transform: transform?.loadBalancer },
            this,
          );
    // A task reads its secrets, pulls its image and reaches the database in its first second. It refers to them by name, so
    // that only this makes it wait for their values, permissions and routes.
    const ready = [
      args.network,
      args.secrets,
      args.images,
      ...(args.postgres === undefined ? [] : [args.postgres]),
      ...Object.values(args.redis),
      args.storage,
      args.identity,
    ];
    const after: pulumi.Resource[] = [...ready];
    for (const first of spec.migrations) after.push(this.migration(name, first, args, cluster, [...after]));
    for (const service of spec.services) {
      const parts = this.task(name, service, args, { port: service.port, probes: service.probes });
      const serviceName = `${name}-${service.name}`;
      const running = fargateService(
        serviceName,
        { ...args, ...parts, spec: service, cluster, balancer, after, transform: transform?.service },
        this,
      );
      autoscaling(
        serviceName,
        {
          context,
          spec: service,
          cluster,
          service: running,
          loadBalancer: balancer?.loadBalancer,
          targetGroup: balancer?.targetGroups.get(service.name),
        },
        this,
      );
    }
    for (const job of spec.cronJobs) {
      const parts = this.task(name, job, args);
      scheduledTask(`${name}-${job.name}`, { ...args, ...parts, workload: job.name, job, cluster, after }, this);
    }
    this.services = spec.services.map((service) => service.name);
    this.clusterArn = cluster.arn;
    this.origin = balancer;
    this.registerOutputs({ services: this.services, clusterArn: this.clusterArn, originHost: balancer?.originHost });
  }

  private cluster(name: string, { context, network, spec, transform }: AwsComputeArgs): ecs.Cluster {
    const clusterName = `${name}-cluster`;
    const measured = isMeasured(context);
    const insights = measured
      ? [
          logGroup(
            `${name}-insights-log`,
            {
              context,
              // Container Insights writes to this name; made before, so that retention and key are ours.
              path: `/aws/ecs/containerinsights/${context.name}/performance`,
              retentionDays: spec.logRetentionDays,
              keyArn: network.logKeyArn,
            },
            { parent: this },
          ),
        ]
      : [];
    const clusterArgs: ecs.ClusterArgs = {
      name: context.name,
      settings: [{ name: "containerInsights", value: measured ? "enabled" : "disabled" }],
      tags: tags(context, clusterName),
    };
    return new ecs.Cluster(clusterName, transformed(transform?.cluster, clusterArgs, clusterName), {
      parent: this,
      dependsOn: insights,
    });
  }

  private migration(
    name: string,
    spec: MigrationSpec,
    args: AwsComputeArgs,
    cluster: ecs.Cluster,
    after: readonly pulumi.Resource[],
  ): pulumi.Resource {
    const { logRetentionDays } = args.spec;
    const parts = this.task(name, spec, args);
    return migration(
      `${name}-${spec.name}`,
      { ...args, ...parts, workload: spec.name, spec, cluster, logRetentionDays, after },
      this,
    );
  }

  /** The task definition of a workload, and the security group of its own. */
  private task(
    name: string,
    workload: WorkloadSpec,
    args: AwsComputeArgs,
    reached: { port?: number; probes?: ProbesSpec } = {},
  ): { task: ecs.TaskDefinition; securityGroupId: pulumi.Output<string> } {
    const { context, network } = args;
    const task = taskDefinition(
      `${name}-${workload.name}-task`,
      {
        ...args,
        workload,
        ...reached,
        logRetentionDays: args.spec.logRetentionDays,
        transform: args.transform?.taskDefinition,
      },
      this,
    );
    const group = workloadSecurityGroup(
      `${name}-${workload.name}-group`,
      {
        context,
        workload,
        images: args.images.ofTask(workload),
        network,
        port: reached.port,
      },
      this,
    );
    return { task, securityGroupId: group.id };
  }
}

/**
 * Whether Container Insights measures the tasks. It writes with a delay, and makes its log group again where that has just
 * been destroyed: the next `up` of the same name would find it taken. Copies come back under their names, and do without.
 */
function isMeasured(context: ComponentContext): boolean {
  return context.environment === "prod" || !isCopy(context);
}
