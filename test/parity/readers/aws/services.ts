import type { PlanResource } from "../../../../preview/model/plan";
import { absent, otherwise, partly, type Reader, type Readings } from "../../fact";
import type { serviceFacts } from "../../facts/services";
import { fields, input, list, table, text } from "../../native";
import { ofContainers } from "./compute";

type Fields = Readonly<Record<string, unknown>>;

/** ECS services, their target groups and their scaling. */
export const awsServices: Readings<typeof serviceFacts> = {
  "compute: port": ofTargetGroups((group) => input(group, "port")),
  "compute: readiness path": ofTargetGroups((group) => `http ${text(group, "healthCheck.path")}`),
  "compute: readiness period and failures": ofTargetGroups(({ inputs }) =>
    patience(fields(inputs.healthCheck), "unhealthyThreshold"),
  ),
  "compute: readiness timeout": ofTargetGroups((group) => input(group, "healthCheck.timeout")),
  "compute: seconds before readiness": absent,
  "compute: liveness check": otherwise(
    ofContainers(({ healthCheck }) => healthCheck && list(fields(healthCheck).command).slice(1).join(" ")),
  ),
  // Of commands: HTTP and TCP are asked by the load balancer alone.
  "compute: liveness period and failures": partly(
    ofContainers(({ healthCheck }) => healthCheck && patience(fields(healthCheck), "retries")),
  ),
  "compute: liveness timeout": partly(ofContainers(({ healthCheck }) => fields(healthCheck).timeout)),
  "compute: seconds before liveness": partly(ofContainers(({ healthCheck }) => fields(healthCheck).startPeriod)),
  // The container's and the load balancer's own checks, with a grace period.
  "compute: startup check": absent,
  "compute: startup timeout": absent,
  "compute: seconds to start": ofServices((service) => input(service, "healthCheckGracePeriodSeconds")),
  "compute: least replicas": ofServices((service) => input(service, "desiredCount")),
  "compute: most replicas": (native) => ({
    ...ofServices((service) => input(service, "desiredCount"))(native),
    ...native.each("aws:appautoscaling/target:Target", scaled, (target) => input(target, "maxCapacity")),
  }),
  "compute: processor target": ofPolicies("ECSServiceAverageCPUUtilization", "targetValue"),
  "compute: memory target": ofPolicies("ECSServiceAverageMemoryUtilization", "targetValue"),
  "compute: requests per minute and replica": ofPolicies("ALBRequestCountPerTarget", "targetValue"),
  "compute: window of scaling up": ofPolicies("ECSServiceAverageCPUUtilization", "scaleOutCooldown"),
  "compute: window of scaling down": ofPolicies("ECSServiceAverageCPUUtilization", "scaleInCooldown"),
  "compute: step of scaling up": absent,
  "compute: step of scaling down": absent,
  "compute: stops the old one first": ofServices(
    (service) =>
      (input(service, "deploymentMaximumPercent") === 100 && input(service, "deploymentMinimumHealthyPercent") === 0) ||
      undefined,
  ),
  "compute: surge": ofServices((service) => {
    const count = Number(input(service, "desiredCount"));
    const percent = Number(input(service, "deploymentMaximumPercent"));
    // ECS rounds down.
    return percent > 100 ? Math.floor((count * percent) / 100) - count : undefined;
  }),
  "compute: missing during a rollout": ofServices((service) => {
    const count = Number(input(service, "desiredCount"));
    const percent = Number(input(service, "deploymentMinimumHealthyPercent"));
    // ECS rounds up.
    return percent > 0 ? count - Math.ceil((count * percent) / 100) : undefined;
  }),
  "compute: healthy seconds before it counts": otherwise(
    ofTargetGroups(
      (group) =>
        (Number(input(group, "healthCheck.healthyThreshold")) - 1) * Number(input(group, "healthCheck.interval")),
    ),
  ),
  // A rollout's time is Pulumi's, which waits for it, and the circuit breaker counts failures instead.
  "compute: seconds of a rollout": absent,
  "compute: goes back by itself": ofServices((service) => input(service, "deploymentCircuitBreaker.rollback")),
};

function ofTargetGroups(value: (group: PlanResource) => unknown): Reader {
  return (native) =>
    native.each("aws:lb/targetGroup:TargetGroup", (group) => native.short(group, "compute-load-balancer"), value);
}

function ofServices(value: (service: PlanResource) => unknown): Reader {
  return (native) => native.each("aws:ecs/service:Service", (service) => text(service, "name"), value);
}

function patience(check: Fields, failures: string): string {
  return `${check[failures]} x ${check.interval} s`;
}

function scaled(target: PlanResource): string | undefined {
  return text(target, "resourceId").split("/").at(-1);
}

function ofPolicies(metric: string, field: string): Reader {
  const config = "targetTrackingScalingPolicyConfiguration";
  return (native) =>
    table(
      native
        .all("aws:appautoscaling/policy:Policy")
        .filter((policy) => input(policy, `${config}.predefinedMetricSpecification.predefinedMetricType`) === metric),
      scaled,
      (policy) => input(policy, `${config}.${field}`),
    );
}
