import type { ServiceSpec } from "../../contract";
import type { TargetGroupHealthCheck } from "./target-group";

/** Facts that decide the duration of a rollout, beside the service itself. */
export interface RolloutFacts {
  /** Seconds before checks of a new task count. */
  graceSeconds: number;
  /** The load balancer's check; none where it does not reach the service. */
  check?: Pick<TargetGroupHealthCheck, "interval" | "healthyThreshold" | "unhealthyThreshold">;
  /** Seconds that an old task gets to finish its requests. */
  drainSeconds: number;
}

/** From the order to a running container: network interface, image, start. ECS acts in steps of some 15 to 30 s beside. */
const startSeconds = 90;

/** The provider's default timeout (terraform-provider-aws, `aws_ecs_service`, timeouts). */
const leastSeconds = 1200;

/** About how long ECS takes to roll back and restart the old tasks. */
const rollbackSeconds = 300;

/**
 * How long Pulumi waits for a rollout: as long as the topology says at least, and never shorter than ECS needs, since a
 * rollout that is given up on is a failed `up` and goes on all the same. Two outcomes take time. Success: one step per batch,
 * a batch being the replicas that may be added or missing at once. Failure: the circuit breaker counts half as many failed
 * tasks as there are replicas, at least three (ECS Developer Guide, "Deployment circuit breaker"), then ECS rolls back.
 */
export function rolloutSeconds(
  {
    rollout,
    autoscaling,
    terminationGraceSeconds,
  }: Pick<ServiceSpec, "rollout" | "autoscaling" | "terminationGraceSeconds">,
  { graceSeconds, check, drainSeconds }: RolloutFacts,
): number {
  const replicas = Math.max(autoscaling.maxReplicas, 1);
  const atOnce = rollout.strategy === "recreate" ? replicas : Math.max(rollout.maxSurge + rollout.maxUnavailable, 1);
  const healthy = check === undefined ? 0 : check.healthyThreshold * check.interval;
  const unhealthy = check === undefined ? 0 : check.unhealthyThreshold * check.interval;
  const good = Math.ceil(replicas / atOnce) * (startSeconds + healthy + drainSeconds + terminationGraceSeconds);
  const failures = Math.max(3, Math.ceil(replicas / 2));
  const bad = Math.ceil(failures / atOnce) * (startSeconds + graceSeconds + unhealthy) + rollbackSeconds;
  return Math.max(rollout.timeoutSeconds, leastSeconds, good, bad);
}
