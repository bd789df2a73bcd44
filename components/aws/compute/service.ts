import * as ecs from "@pulumi/aws/ecs";
import type * as pulumi from "@pulumi/pulumi";
import { type ComponentContext, type RolloutSpec, type ServiceSpec, type Transform, transformed } from "../../contract";
import type { AwsNetwork } from "../network";
import { tags } from "../tags";
import type { LoadBalancer } from "./load-balancer";
import { refuseRolledBack } from "./rolled-back";
import { rolloutSeconds } from "./rollout-seconds";
import { targetGroupHealthCheck } from "./target-group";

/** Arguments of a service. */
export interface FargateServiceArgs {
  context: ComponentContext;
  spec: ServiceSpec;
  cluster: ecs.Cluster;
  task: ecs.TaskDefinition;
  securityGroupId: pulumi.Input<string>;
  network: AwsNetwork;
  /** Undefined where nothing is reached from outside. */
  balancer: LoadBalancer | undefined;
  /** Resources that must exist before a task can start, and the migration, which precedes the rollout. */
  after: readonly pulumi.Resource[];
  transform?: Transform<ecs.ServiceArgs>;
}

/**
 * An ECS service on Fargate. A rollout that fails its health checks is rolled back by the circuit breaker, and Pulumi
 * waits for the outcome, so that a failed rollout is a failed `up`.
 */
export function fargateService(name: string, args: FargateServiceArgs, parent: pulumi.Resource): ecs.Service {
  const { context, spec, cluster, task, securityGroupId, network, balancer, after, transform } = args;
  const { minReplicas, maxReplicas } = spec.autoscaling;
  const targetGroup = balancer?.targetGroups.get(spec.name);
  const graceSeconds = targetGroup === undefined ? 0 : startSeconds(spec);
  const timeout = `${rolloutSeconds(spec, {
    graceSeconds,
    check: targetGroup === undefined ? undefined : targetGroupHealthCheck(spec),
    drainSeconds: targetGroup === undefined ? 0 : (balancer?.drainSeconds(spec) ?? 0),
  })}s`;
  const serviceArgs: ecs.ServiceArgs = {
    name: spec.name,
    cluster: cluster.arn,
    taskDefinition: task.arn,
    launchType: "FARGATE",
    platformVersion: "LATEST",
    desiredCount: minReplicas,
    ...deploymentBounds(spec.rollout, minReplicas),
    deploymentCircuitBreaker: { enable: true, rollback: true },
    // It starts a task elsewhere before it stops one, so that there must be room for one more.
    availabilityZoneRebalancing:
      spec.rollout.strategy === "rolling" && spec.rollout.maxSurge > 0 ? "ENABLED" : "DISABLED",
    networkConfiguration: {
      subnets: network.privateSubnetIds,
      securityGroups: [network.securityGroups.clients, securityGroupId],
      assignPublicIp: false,
    },
    loadBalancers:
      targetGroup === undefined || spec.port === undefined
        ? undefined
        : [{ targetGroupArn: targetGroup.arn, containerName: spec.name, containerPort: spec.port }],
    healthCheckGracePeriodSeconds: graceSeconds === 0 ? undefined : graceSeconds,
    enableExecuteCommand: false,
    enableEcsManagedTags: true,
    propagateTags: "SERVICE",
    waitForSteadyState: true,
    tags: tags(context, name),
  };
  const own = transformed(transform, serviceArgs, name);
  const service = new ecs.Service(name, own, {
    parent,
    dependsOn: [...(balancer?.rules ?? []), ...after],
    // A service's name is free only when the old one is gone.
    deleteBeforeReplace: true,
    // Autoscaling owns the count; where there is none, the topology does.
    ignoreChanges: minReplicas === maxReplicas ? [] : ["desiredCount"],
    customTimeouts: { create: timeout, update: timeout },
  });
  refuseRolledBack(spec.name, service, own.taskDefinition);
  return service;
}

/** Seconds that a task may take to start before its health checks count; 0 where there is no startup probe. */
function startSeconds({ probes: { startup } }: ServiceSpec): number {
  return startup === undefined ? 0 : startup.initialDelaySeconds + startup.periodSeconds * startup.failureThreshold;
}

/** Surge and unavailability as ECS has them: percent of the wanted count. ECS rounds healthy tasks up and all tasks down. */
export function deploymentBounds(
  { strategy, maxSurge, maxUnavailable }: RolloutSpec,
  replicas: number,
): Pick<ecs.ServiceArgs, "deploymentMaximumPercent" | "deploymentMinimumHealthyPercent"> {
  if (strategy === "recreate") return { deploymentMaximumPercent: 100, deploymentMinimumHealthyPercent: 0 };
  const count = Math.max(replicas, 1);
  return {
    deploymentMaximumPercent: Math.ceil(((count + maxSurge) / count) * 100),
    deploymentMinimumHealthyPercent: Math.floor((Math.max(count - maxUnavailable, 0) / count) * 100),
  };
}
