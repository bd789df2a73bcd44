import type { types } from "@pulumi/kubernetes";
import { Deployment } from "@pulumi/kubernetes/apps/v1";
import { HorizontalPodAutoscaler } from "@pulumi/kubernetes/autoscaling/v2";
import { Service } from "@pulumi/kubernetes/core/v1";
import { PodDisruptionBudget } from "@pulumi/kubernetes/policy/v1";
import type * as pulumi from "@pulumi/pulumi";
import {
  type AutoscalingSpec,
  type ComponentContext,
  type ServiceSpec,
  type Transform,
  transformed,
} from "../../contract";
import { metadata, partSelector } from "../metadata";
import { workloadPod } from "./pod";
import type { VariableSources } from "./variables";

/** Arguments of a service. */
export interface DeploymentArgs extends VariableSources {
  context: ComponentContext;
  spec: ServiceSpec;
  transform?: Transform<types.input.apps.v1.Deployment>;
}

/** A Deployment with what makes it reachable, elastic and hard to interrupt. */
export function service(name: string, args: DeploymentArgs, opts: pulumi.CustomResourceOptions): void {
  const { context, spec, transform } = args;
  const { minReplicas, maxReplicas } = spec.autoscaling;
  const elastic = minReplicas !== maxReplicas;
  const deploymentArgs: types.input.apps.v1.Deployment = {
    metadata: metadata(context, spec.name, spec.name),
    spec: {
      // With an autoscaler the count is its own; a manifest that names one would take it back at every apply.
      replicas: elastic ? undefined : minReplicas,
      selector: { matchLabels: partSelector(context, spec.name) },
      strategy: strategy(spec),
      minReadySeconds: spec.rollout.minReadySeconds,
      progressDeadlineSeconds: spec.rollout.timeoutSeconds,
      revisionHistoryLimit: 5,
      template: workloadPod({ ...args, workload: spec, port: spec.port, probes: spec.probes, restartPolicy: "Always" }),
    },
  };
  new Deployment(name, transformed(transform, deploymentArgs, name), {
    ...opts,
    ignoreChanges: elastic ? ["spec.replicas"] : [],
    // Longer than the rollout's own time, so that the error is the rollout's failure.
    customTimeouts: { create: patience(spec), update: patience(spec) },
  });
  if (spec.port !== undefined) {
    new Service(
      `${name}-service`,
      {
        metadata: metadata(context, spec.name, spec.name),
        spec: {
          type: "ClusterIP",
          selector: partSelector(context, spec.name),
          ports: [{ name: "http", port: spec.port, targetPort: "http" }],
        },
      },
      // Pulumi would wait for ready Pods, which come with the Deployment.
      { ...opts, dependsOn: undefined },
    );
  }
  if (elastic) autoscaler(`${name}-autoscaler`, context, spec, opts);
  if (minReplicas > 1) {
    new PodDisruptionBudget(
      `${name}-budget`,
      {
        metadata: metadata(context, spec.name, spec.name),
        spec: {
          maxUnavailable: 1,
          // A Pod that never gets ready must not keep its node from being drained.
          unhealthyPodEvictionPolicy: "AlwaysAllow",
          selector: { matchLabels: partSelector(context, spec.name) },
        },
      },
      opts,
    );
  }
}

function patience({ rollout }: ServiceSpec): string {
  return `${rollout.timeoutSeconds + 60}s`;
}

function strategy({ rollout }: ServiceSpec): types.input.apps.v1.DeploymentStrategy {
  return rollout.strategy === "recreate"
    ? { type: "Recreate" }
    : { type: "RollingUpdate", rollingUpdate: { maxSurge: rollout.maxSurge, maxUnavailable: rollout.maxUnavailable } };
}

/** Processor and memory against what is requested; up and down in the pace that the topology says. */
function autoscaler(
  name: string,
  context: ComponentContext,
  spec: ServiceSpec,
  opts: pulumi.CustomResourceOptions,
): void {
  const { minReplicas, maxReplicas, cpuPercent, memoryPercent, scaleUp, scaleDown } = spec.autoscaling;
  new HorizontalPodAutoscaler(
    name,
    {
      metadata: metadata(context, spec.name, spec.name),
      spec: {
        scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: spec.name },
        minReplicas,
        maxReplicas,
        metrics: [utilization("cpu", cpuPercent), utilization("memory", memoryPercent)],
        behavior: { scaleUp: pace(scaleUp), scaleDown: pace(scaleDown) },
      },
    },
    opts,
  );
}

function utilization(name: string, averageUtilization: number): types.input.autoscaling.v2.MetricSpec {
  return { type: "Resource", resource: { name, target: { type: "Utilization", averageUtilization } } };
}

function pace({
  windowSeconds,
  instances,
  periodSeconds,
}: AutoscalingSpec["scaleUp"]): types.input.autoscaling.v2.HPAScalingRules {
  return {
    stabilizationWindowSeconds: windowSeconds,
    policies: [{ type: "Pods", value: instances, periodSeconds }],
  };
}
