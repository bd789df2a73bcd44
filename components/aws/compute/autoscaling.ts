import * as appautoscaling from "@pulumi/aws/appautoscaling";
import type * as ecs from "@pulumi/aws/ecs";
import type * as lb from "@pulumi/aws/lb";
import * as pulumi from "@pulumi/pulumi";
import type { ComponentContext, ServiceSpec } from "../../contract";
import { tags } from "../tags";

/** The service that scales, and its load balancer. */
export interface AutoscalingArgs {
  context: ComponentContext;
  spec: ServiceSpec;
  cluster: ecs.Cluster;
  service: ecs.Service;
  loadBalancer?: lb.LoadBalancer;
  targetGroup?: lb.TargetGroup;
}

/** Target tracking by processor, memory and requests. The largest wish of the three wins; windows become cooldowns. */
export function autoscaling(name: string, args: AutoscalingArgs, parent: pulumi.Resource): void {
  const { context, spec, cluster, service, loadBalancer, targetGroup } = args;
  const { minReplicas, maxReplicas, cpuPercent, memoryPercent, requestsPerMinute } = spec.autoscaling;
  if (minReplicas === maxReplicas) return;
  const target = new appautoscaling.Target(
    `${name}-scaling`,
    {
      serviceNamespace: "ecs",
      scalableDimension: "ecs:service:DesiredCount",
      resourceId: pulumi.interpolate`service/${cluster.name}/${service.name}`,
      minCapacity: minReplicas,
      maxCapacity: maxReplicas,
      tags: tags(context, `${name}-scaling`),
    },
    { parent },
  );
  policy("cpu", "ECSServiceAverageCPUUtilization", cpuPercent);
  policy("memory", "ECSServiceAverageMemoryUtilization", memoryPercent);
  if (requestsPerMinute !== undefined && loadBalancer !== undefined && targetGroup !== undefined) {
    const label = pulumi.interpolate`${loadBalancer.arnSuffix}/${targetGroup.arnSuffix}`;
    // The metric counts the requests of a minute.
    policy("requests", "ALBRequestCountPerTarget", requestsPerMinute, label);
  }

  function policy(suffix: string, metric: string, targetValue: number, resourceLabel?: pulumi.Output<string>): void {
    new appautoscaling.Policy(
      `${name}-scaling-${suffix}`,
      {
        policyType: "TargetTrackingScaling",
        serviceNamespace: target.serviceNamespace,
        scalableDimension: target.scalableDimension,
        resourceId: target.resourceId,
        targetTrackingScalingPolicyConfiguration: {
          predefinedMetricSpecification: { predefinedMetricType: metric, resourceLabel },
          targetValue,
          scaleOutCooldown: spec.autoscaling.scaleUp.windowSeconds,
          scaleInCooldown: spec.autoscaling.scaleDown.windowSeconds,
        },
      },
      { parent },
    );
  }
}
